package io.paperwire.ingest.publish;

import java.time.Duration;

/** When the next sign of life is due. Belongs to one thread. */
final class Heartbeat {

  private final Duration every;
  private long last = System.nanoTime();

  /** A heartbeat whose first sign is due after one interval. */
  Heartbeat(Duration every) {
    this.every = every;
  }

  Duration every() {
    return every;
  }

  boolean isDue() {
    return System.nanoTime() - last >= every.toNanos();
  }

  void given() {
    last = System.nanoTime();
  }
}
