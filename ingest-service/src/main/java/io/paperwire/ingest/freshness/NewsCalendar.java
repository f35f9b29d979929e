package io.paperwire.ingest.freshness;

import java.time.Duration;
import java.time.Instant;

/** When an upstream brings something new. */
public interface NewsCalendar {

  /** A longer silence after news that came in time means that none was planned. */
  Duration ORDINARY_GAP = Duration.ofHours(24);

  /** The last time from which something new was there to be seen. */
  Instant lastExpected(Instant now);

  /** How long after an expected time something new may still come without being late. */
  Duration grace();

  /**
   * Judges by the calendar.
   *
   * @param newsAt when something new was seen last
   */
  default Freshness judge(Instant newsAt, Instant now) {
    Instant expected = lastExpected(now);
    if (!newsAt.isBefore(expected)) {
      boolean pause = now.isAfter(expected.plus(ORDINARY_GAP).plus(grace()));
      return pause ? Freshness.QUIET : Freshness.FRESH;
    }
    Instant before = lastExpected(expected.minusMillis(1));
    boolean inGrace = now.isBefore(expected.plus(grace()));
    return inGrace && !newsAt.isBefore(before) ? Freshness.QUIET : Freshness.LATE;
  }
}
