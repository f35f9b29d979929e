/**
 * How the service asks those who publish papers: politely, within limits, and never where it was
 * not meant to.
 *
 * <p>An {@link io.paperwire.ingest.upstream.Upstream} is who runs a set of hosts (arXiv's feeds,
 * API and OAI server are one upstream). All sources of an instance that ask it share its {@link
 * io.paperwire.ingest.upstream.Pacer}, which keeps requests apart, and its {@link
 * io.paperwire.ingest.upstream.Circuit}, which is open to none of them while the upstream throttles
 * or fails. Instances share both by {@link io.paperwire.ingest.upstream.Turns}: one asks at a time,
 * and leaves the upstream's {@link io.paperwire.ingest.upstream.Mood} to the next. {@link
 * io.paperwire.ingest.upstream.Http} sends one request within limits of time and size, and only to
 * addresses of the public network ({@link io.paperwire.ingest.upstream.PublicAddresses}), redirects
 * included.
 *
 * <p>What can happen is an {@link io.paperwire.ingest.upstream.Answer}, never an exception: an
 * upstream's moods are ordinary.
 */
@NullMarked
package io.paperwire.ingest.upstream;

import org.jspecify.annotations.NullMarked;
