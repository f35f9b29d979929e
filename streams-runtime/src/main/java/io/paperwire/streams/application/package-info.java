/**
 * What a Micronaut application needs to run its streams: configuration, start, stop, and the
 * streams' part of {@code /health}. An application contributes a bean for each, a {@link
 * io.paperwire.streams.StreamDefinition}; where the broker and the registry are, and how topics
 * come to be, it has from {@link io.paperwire.deployment}. The beans here exist only where there is
 * a stream.
 */
@NullMarked
package io.paperwire.streams.application;

import org.jspecify.annotations.NullMarked;
