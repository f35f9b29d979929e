package io.paperwire.deployment;

/**
 * A topic whose partition count is not what the configuration says for topics in general. A service
 * contributes one as a bean for each such topic of its own.
 *
 * @param topic its name on the broker
 * @param partitions how many it is made with, at least 1
 */
public record FixedPartitions(String topic, int partitions) {}
