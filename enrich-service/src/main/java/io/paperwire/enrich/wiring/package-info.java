/**
 * Puts the service together: its configuration, and the streams that come of it. Start, stop,
 * provisioning and health are those of every service with a stream, see {@link
 * io.paperwire.streams.application}.
 */
@NullMarked
package io.paperwire.enrich.wiring;

import org.jspecify.annotations.NullMarked;
