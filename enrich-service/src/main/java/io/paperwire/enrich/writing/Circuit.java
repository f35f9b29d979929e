package io.paperwire.enrich.writing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps from asking a neighbour that keeps failing: after so many failures in a row it is not asked
 * for a while, and then once. May be used by several threads.
 *
 * <p>The one of ingest does more, for upstreams that many instances ask: it grows its pauses, knows
 * of throttling and is handed on. Here one stage asks an endpoint of its own, and a paper that is
 * passed over keeps what it has.
 */
final class Circuit {

  private final int failuresAllowed;
  private final Duration pause;
  private final InstantSource clock;
  private int failures;
  private Instant closedAgainAt = Instant.MIN;

  /**
   * A closed circuit.
   *
   * @param failuresAllowed so many failures in a row open it
   * @param pause how long it stays open
   */
  Circuit(int failuresAllowed, Duration pause, InstantSource clock) {
    this.failuresAllowed = failuresAllowed;
    this.pause = pause;
    this.clock = clock;
  }

  /** Whether to ask now. While it is open, one caller after each pause may. */
  synchronized boolean permits() {
    if (failures < failuresAllowed) {
      return true;
    }
    Instant now = clock.instant();
    if (now.isBefore(closedAgainAt)) {
      return false;
    }
    closedAgainAt = now.plus(pause);
    return true;
  }

  synchronized void succeeded() {
    failures = 0;
  }

  /** Returns whether this failure opened it. */
  synchronized boolean failed() {
    failures++;
    closedAgainAt = clock.instant().plus(pause);
    return failures == failuresAllowed;
  }
}
