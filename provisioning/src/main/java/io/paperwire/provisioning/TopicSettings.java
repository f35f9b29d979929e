package io.paperwire.provisioning;

import io.paperwire.schemas.catalogue.Retention;
import io.paperwire.schemas.catalogue.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
  private static final String OVERRIDES = "overrides.";
  private static final Pattern OVERRIDE =
      Pattern.compile("overrides\\.(.+)\\.(partitions|retention-days)");

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
   * @param properties by their names below {@code paperwire.topics}: {@code partitions}, {@code
   *     replication-factor}, {@code overrides.<topic>.partitions} and {@code
   *     overrides.<topic>.retention-days}; others are left alone
   * @throws IllegalArgumentException if a value is no number or out of range
   */
  public static TopicSettings of(Map<String, ?> properties) {
    Map<String, TopicOverride> overrides = new HashMap<>();
    properties.forEach(
        (name, value) -> {
          if (name.startsWith(OVERRIDES)) {
            override(name, value, overrides);
          }
        });
    return new TopicSettings(
        number(properties, "partitions", DEFAULT_PARTITIONS),
        number(properties, "replication-factor", DEFAULT_REPLICATION_FACTOR),
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

  private static void override(String name, Object value, Map<String, TopicOverride> overrides) {
    Matcher parts = OVERRIDE.matcher(name);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "paperwire.topics."
              + name
              + " is not known; a topic has overrides.<topic>.partitions and"
              + " overrides.<topic>.retention-days");
    }
    int number = number(name, value);
    TopicOverride former = overrides.getOrDefault(parts.group(1), TopicOverride.NONE);
    overrides.put(
        parts.group(1),
        parts.group(2).equals("partitions")
            ? former.withPartitions(number)
            : former.withRetentionDays(number));
  }

  private static int number(Map<String, ?> properties, String name, int otherwise) {
    return Optional.ofNullable(properties.get(name))
        .map(value -> number(name, value))
        .orElse(otherwise);
  }

  private static int number(String name, Object value) {
    try {
      return Integer.parseInt(value.toString().strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "paperwire.topics." + name + " must be a whole number, not '" + value + "'", e);
    }
  }
}
