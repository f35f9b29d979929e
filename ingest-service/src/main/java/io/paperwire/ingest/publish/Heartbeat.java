package io.paperwire.ingest.publish;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When the next sign of life is due. Belongs to one thread. */
final class Heartbeat {

  private static final Duration LEAST = Duration.ofMillis(1);

  private final Duration every;
  private final LongSupplier nanos;
  private long last;

  /** A heartbeat whose first sign is due after one interval. */
  Heartbeat(Duration every) {
    this(every, System::nanoTime);
  }

  /**
   * The same by another clock.
   *
   * @param nanos as {@link System#nanoTime}
   */
  Heartbeat(Duration every, LongSupplier nanos) {
    this.every = every;
    this.nanos = nanos;
    this.last = nanos.getAsLong();
  }

  /**
   * How long it is until the next sign is due; never nothing, so that who waits lets others go on.
   */
  Duration left() {
    Duration left = every.minusNanos(nanos.getAsLong() - last);
    return left.compareTo(LEAST) < 0 ? LEAST : left;
  }

  boolean isDue() {
    return nanos.getAsLong() - last >= every.toNanos();
  }

  void given() {
    last = nanos.getAsLong();
  }
}
