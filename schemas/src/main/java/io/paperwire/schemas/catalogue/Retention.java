package io.paperwire.schemas.catalogue;

import java.time.Duration;

/** How long a topic keeps its records. */
public sealed interface Retention {

  /** The latest record of each key is kept for ever; a null value deletes the key. */
  record Compacted() implements Retention {}

  /**
   * Records are deleted after a time.
   *
   * @param time how long they are kept, positive
   */
  record Deleted(Duration time) implements Retention {
    public Deleted {
      if (!time.isPositive()) {
        throw new IllegalArgumentException("a retention time must be positive, not " + time);
      }
    }
  }

  /** Keeps the latest record of each key. */
  static Retention compacted() {
    return new Compacted();
  }

  /** Keeps records for a number of days. */
  static Retention days(int days) {
    return new Deleted(Duration.ofDays(days));
  }
}
