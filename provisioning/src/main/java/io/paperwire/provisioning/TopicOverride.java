package io.paperwire.provisioning;

import java.time.Duration;
import java.util.Optional;

/**
 * How one topic is made otherwise than the rest.
 *
 * @param partitions its partitions, at least 1
 * @param retention how long it keeps records, positive; not for a compacted topic
 */
public record TopicOverride(Optional<Integer> partitions, Optional<Duration> retention) {

  /** What holds for all holds for this topic too. */
  static final TopicOverride NONE = new TopicOverride(Optional.empty(), Optional.empty());

  public TopicOverride {
    partitions.ifPresent(count -> TopicSettings.requirePositive("a topic's partitions", count));
    retention.ifPresent(
        time -> TopicSettings.requirePositive("a topic's days of retention", time.toDays()));
  }

  TopicOverride withPartitions(int count) {
    return new TopicOverride(Optional.of(count), retention);
  }
}
