package io.paperwire.provisioning;

/**
 * How topics are made.
 *
 * @param partitions partitions of each topic; the same for all, because streams that meet in one
 *     task need the same count
 * @param replicationFactor copies of each partition
 */
public record TopicSettings(int partitions, int replicationFactor) {

  public TopicSettings {
    if (partitions < 1) {
      throw new IllegalArgumentException(
          "paperwire.topics.partitions must be at least 1, not " + partitions);
    }
    if (replicationFactor < 1) {
      throw new IllegalArgumentException(
          "paperwire.topics.replication-factor must be at least 1, not " + replicationFactor);
    }
  }

  /** Copies that must have a record before it counts as written: all but one, and at least one. */
  int minInSyncReplicas() {
    return Math.max(1, replicationFactor - 1);
  }
}
