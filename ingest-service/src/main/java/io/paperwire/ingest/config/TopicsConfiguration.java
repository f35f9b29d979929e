package io.paperwire.ingest.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How topics are named and made.
 *
 * @param prefix stands before each topic's name
 * @param partitions partitions of each topic that is created
 * @param replicationFactor copies of each partition
 */
@ConfigurationProperties("paperwire.topics")
public record TopicsConfiguration(
    @Bindable(defaultValue = "") String prefix,
    @Bindable(defaultValue = "6") int partitions,
    @Bindable(defaultValue = "1") int replicationFactor) {}
