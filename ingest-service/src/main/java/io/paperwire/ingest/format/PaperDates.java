package io.paperwire.ingest.format;

import java.time.Instant;

/**
 * The dates that a paper may have: from 1600 (the first journals are of 1665) to the end of 2199,
 * in UTC. Avro's {@code timestamp-millis} holds far more, but not all that {@link Instant} does.
 */
public final class PaperDates {

  private static final Instant FIRST = Instant.parse("1600-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

  private PaperDates() {}

  /** Whether a paper may have this date. */
  public static boolean isPlausible(Instant date) {
    return !date.isBefore(FIRST) && date.isBefore(END);
  }
}
