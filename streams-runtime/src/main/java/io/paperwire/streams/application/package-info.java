/**
 * What a Micronaut application needs to run its one stream: configuration, provisioning, start,
 * stop, and its part of {@code /health}. An application contributes two beans, a {@link
 * io.paperwire.streams.StreamDefinition} and {@link
 * io.paperwire.schemas.catalogue.RegistrySettings}; the beans here exist only where there is a
 * stream.
 */
@NullMarked
package io.paperwire.streams.application;

import org.jspecify.annotations.NullMarked;
