/**
 * What a Micronaut application needs to run its one stream: configuration, start, stop, and the
 * stream's part of {@code /health}. An application contributes one bean, a {@link
 * io.paperwire.streams.StreamDefinition}; where the broker and the registry are, and how topics
 * come to be, it has from {@link io.paperwire.deployment}. The beans here exist only where there is
 * a stream.
 */
@NullMarked
package io.paperwire.streams.application;

import org.jspecify.annotations.NullMarked;
