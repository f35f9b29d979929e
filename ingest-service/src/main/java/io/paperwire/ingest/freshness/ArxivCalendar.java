package io.paperwire.ingest.freshness;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * arXiv announces on the evenings of Sunday to Thursday at 20:00 US Eastern, holidays excepted. The
 * fixed holidays of the United States are known here; what arXiv keeps beside them is configured.
 *
 * @param further dates, Eastern, on whose evenings nothing is announced
 * @param delay from an announcement until its papers can be seen: the feeds are rendered at
 *     midnight, OAI records change at about 22:30
 * @param grace how long after the announcement they may still come
 */
public record ArxivCalendar(Set<LocalDate> further, Duration delay, Duration grace)
    implements NewsCalendar {

  private static final ZoneId EASTERN = ZoneId.of("America/New_York");
  private static final LocalTime EVENING = LocalTime.of(20, 0);
  private static final Set<DayOfWeek> SILENT = Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);
  private static final Set<MonthDay> HOLIDAYS =
      Set.of(
          MonthDay.of(Month.JANUARY, 1),
          MonthDay.of(Month.JUNE, 19),
          MonthDay.of(Month.JULY, 4),
          MonthDay.of(Month.DECEMBER, 24),
          MonthDay.of(Month.DECEMBER, 25));

  public ArxivCalendar {
    further = Set.copyOf(further);
  }

  @Override
  public Instant lastExpected(Instant now) {
    LocalDate day = now.atZone(EASTERN).toLocalDate();
    while (!isAnnouncementDay(day) || visible(day).isAfter(now)) {
      day = day.minusDays(1);
    }
    return announcement(day).toInstant();
  }

  /** Whether something is announced on the evening of a day. */
  boolean isAnnouncementDay(LocalDate day) {
    return !SILENT.contains(day.getDayOfWeek())
        && !HOLIDAYS.contains(MonthDay.from(day))
        && !isMovingHoliday(day)
        && !further.contains(day);
  }

  /** The moment of the announcement of a day. */
  static ZonedDateTime announcement(LocalDate day) {
    return ZonedDateTime.of(day, EVENING, EASTERN);
  }

  private Instant visible(LocalDate day) {
    return announcement(day).toInstant().plus(delay);
  }

  private static boolean isMovingHoliday(LocalDate day) {
    return switch (day.getMonth()) {
      case JANUARY -> isNth(day, 3, DayOfWeek.MONDAY); // Martin Luther King Jr. Day
      case MAY -> isNth(day, -1, DayOfWeek.MONDAY); // Memorial Day
      case SEPTEMBER -> isNth(day, 1, DayOfWeek.MONDAY); // Labor Day
      case NOVEMBER -> isNth(day, 4, DayOfWeek.THURSDAY); // Thanksgiving
      case FEBRUARY, MARCH, APRIL, JUNE, JULY, AUGUST, OCTOBER, DECEMBER -> false;
    };
  }

  private static boolean isNth(LocalDate day, int ordinal, DayOfWeek weekday) {
    return day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday)));
  }
}
