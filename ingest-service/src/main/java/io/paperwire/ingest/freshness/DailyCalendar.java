package io.paperwire.ingest.freshness;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * An upstream that brings something new on each of certain days, some time before their end in UTC.
 *
 * @param days which days of the week
 * @param grace how long after the start of such a day something new may still come
 */
public record DailyCalendar(Set<DayOfWeek> days, Duration grace) implements NewsCalendar {

  public DailyCalendar {
    days = Set.copyOf(days);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a calendar needs at least one day");
    }
  }

  /** Every day of the week. */
  public static DailyCalendar everyDay(Duration grace) {
    return new DailyCalendar(Set.of(DayOfWeek.values()), grace);
  }

  /** Monday to Friday. */
  public static DailyCalendar workingDays(Duration grace) {
    return new DailyCalendar(
        Set.of(
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY),
        grace);
  }

  /** The start of the last such day that is over. */
  @Override
  public Instant lastExpected(Instant now) {
    LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
    while (!days.contains(day.getDayOfWeek())) {
      day = day.minusDays(1);
    }
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
