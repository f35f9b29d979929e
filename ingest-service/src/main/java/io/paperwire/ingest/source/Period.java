package io.paperwire.ingest.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A time of the past that is to be read, in days of UTC.
 *
 * @param since the first day
 * @param until the last day; today where it is empty
 */
public record Period(LocalDate since, Optional<LocalDate> until) {

  public Period {
    if (until.filter(last -> last.isBefore(since)).isPresent()) {
      throw new IllegalArgumentException(
          "the period ends on " + until.get() + ", before it begins on " + since);
    }
  }

  /** When the first day begins. */
  public Instant start() {
    return since.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The last moment that belongs to the period, never one that is still to come. */
  public Instant end(Instant now) {
    return until
        .map(last -> last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1))
        .filter(end -> end.isBefore(now))
        .orElse(now);
  }

  /** For example {@code 2026-01-01 to 2026-01-31}. */
  @Override
  public String toString() {
    return since + " to " + until.map(LocalDate::toString).orElse("today");
  }
}
