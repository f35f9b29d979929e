package io.paperwire.provisioning;

import io.paperwire.schemas.catalogue.Retention;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How topics are made.
 *
 * @param partitions partitions of each topic
 * @param replicationFactor copies of each partition
 * @param overrides what holds for single topics instead, by the topic's name on the broker
 */
public record TopicSettings(
    int partitions, int replicationFactor, Map<String, TopicOverride> overrides) {

  private static final int DEFAULT_PARTITIONS = 6;
  private static final int DEFAULT_REPLICATION_FACTOR = 1;

  public TopicSettings {
    requirePositive("paperwire.topics.partitions", partitions);
    requirePositive("paperwire.topics.replication-factor", replicationFactor);
    overrides = Map.copyOf(overrides);
  }

  /** The same for all topics. */
  public TopicSettings(int partitions, int replicationFactor) {
    this(partitions, replicationFactor, Map.of());
  }

  /**
   * What a configuration says, with defaults where it is silent.
   *
   * @param catalogue the topics, which may each have {@code overrides.<topic>.partitions} and
   *     {@code overrides.<topic>.retention-days}, by the topic's name on the broker; so may their
   *     dead-letter topics
   * @param property looks up a value by its name below {@code paperwire.topics}
   * @throws IllegalArgumentException if a value is no number or out of range
   */
  public static TopicSettings of(
      TopicCatalogue catalogue, Function<String, Optional<String>> property) {
    Map<String, TopicOverride> overrides = new HashMap<>();
    for (Topic<?, ?> topic : catalogue.all()) {
      Topic<?, ?> deadLetters = TopicCatalogue.deadLetters(topic);
      for (String name : List.of(topic.name(), deadLetters.name())) {
        TopicOverride override = override(name, property);
        if (!override.equals(TopicOverride.NONE)) {
          overrides.put(name, override);
        }
      }
    }
    return new TopicSettings(
        number("partitions", property).orElse(DEFAULT_PARTITIONS),
        number("replication-factor", property).orElse(DEFAULT_REPLICATION_FACTOR),
        overrides);
  }

  /** These settings, with a partition count of its own for one topic. */
  public TopicSettings withPartitions(String topic, int count) {
    Map<String, TopicOverride> changed = new HashMap<>(overrides);
    changed.merge(
        topic,
        TopicOverride.NONE.withPartitions(count),
        (former, added) -> former.withPartitions(count));
    return new TopicSettings(partitions, replicationFactor, changed);
  }

  /** Partitions of a topic. */
  public int partitionsOf(String topic) {
    return override(topic).partitions().orElse(partitions);
  }

  /**
   * How long a topic keeps its records.
   *
   * @throws IllegalArgumentException if a compacted topic is given a time
   */
  Retention retentionOf(Topic<?, ?> topic) {
    Optional<Retention> wanted = override(topic.name()).retention().map(Retention.Deleted::new);
    return switch (topic.retention()) {
      case Retention.Deleted deleted -> wanted.orElse(deleted);
      case Retention.Compacted compacted -> {
        if (wanted.isPresent()) {
          throw new IllegalArgumentException(
              "paperwire.topics.overrides."
                  + topic.name()
                  + ".retention-days is set, but the topic is compacted: it keeps the latest record"
                  + " of each key");
        }
        yield compacted;
      }
    };
  }

  /** Copies that must have a record before it counts as written: all but one, and at least one. */
  int minInSyncReplicas() {
    return Math.max(1, replicationFactor - 1);
  }

  static void requirePositive(String what, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " must be at least 1, not " + value);
    }
  }

  private TopicOverride override(String topic) {
    return overrides.getOrDefault(topic, TopicOverride.NONE);
  }

  private static TopicOverride override(String topic, Function<String, Optional<String>> property) {
    String name = "overrides." + topic;
    return new TopicOverride(
        number(name + ".partitions", property),
        number(name + ".retention-days", property).map(Duration::ofDays));
  }

  private static Optional<Integer> number(
      String name, Function<String, Optional<String>> property) {
    return property.apply(name).map(value -> number(name, value));
  }

  private static int number(String name, String value) {
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "paperwire.topics." + name + " must be a whole number, not '" + value + "'", e);
    }
  }
}
