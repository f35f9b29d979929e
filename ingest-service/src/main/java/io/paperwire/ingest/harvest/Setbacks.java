package io.paperwire.ingest.harvest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Counts how often a source has failed in a row. That it could be opened again is no recovery: a
 * page that can never be published is read anew each time, and its upstream must be asked ever more
 * seldom for it. Not for use by several threads.
 */
final class Setbacks {

  /** A source that has not failed for so long is well, though it had nothing to publish. */
  private static final Duration WELL = Duration.ofMinutes(2);

  private final InstantSource clock;
  private int inARow;
  private Instant last;
  private boolean published;

  Setbacks(InstantSource clock) {
    this.clock = clock;
    this.last = clock.instant();
  }

  /** Whether there was one since the source was last well. */
  boolean any() {
    return inARow > 0;
  }

  /** A page was published. */
  void published() {
    published = true;
  }

  /** All is well again. */
  void overcome() {
    inARow = 0;
  }

  /**
   * Counts a failure.
   *
   * @return how many there have been in a row, this one included
   */
  int add() {
    Instant now = clock.instant();
    boolean wasWell = published || !now.isBefore(last.plus(WELL));
    inARow = wasWell ? 1 : inARow + 1;
    last = now;
    published = false;
    return inARow;
  }
}
