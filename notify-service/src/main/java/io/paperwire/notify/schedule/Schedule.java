package io.paperwire.notify.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** A rule that gives the times at which digests are due. */
public sealed interface Schedule {

  /** The first due time strictly after a moment. */
  Instant firstAfter(Instant moment);

  /** The last due time before a moment or at it. */
  Instant lastUpTo(Instant moment);

  /** Due whenever there is something to tell. Time is counted in milliseconds. */
  record AtOnce() implements Schedule {

    private static final Duration TICK = Duration.ofMillis(1);

    @Override
    public Instant firstAfter(Instant moment) {
      return moment.plus(TICK);
    }

    @Override
    public Instant lastUpTo(Instant moment) {
      return moment;
    }
  }

  /**
   * Due once a day.
   *
   * @param zone whose days and clocks count
   * @param time of the day
   */
  record Daily(ZoneId zone, LocalTime time) implements Schedule {

    @Override
    public Instant firstAfter(Instant moment) {
      // Where clocks go back over midnight, the time of the day before can still be to come.
      LocalDate day = moment.atZone(zone).toLocalDate().minusDays(1);
      while (!on(day).isAfter(moment)) {
        day = day.plusDays(1);
      }
      return on(day);
    }

    @Override
    public Instant lastUpTo(Instant moment) {
      LocalDate day = moment.atZone(zone).toLocalDate().plusDays(1);
      while (on(day).isAfter(moment)) {
        day = day.minusDays(1);
      }
      return on(day);
    }

    private Instant on(LocalDate day) {
      return shownAt(day, time, zone);
    }
  }

  /**
   * Due once a week.
   *
   * @param zone whose days and clocks count
   * @param day of the week
   * @param time of that day
   */
  record Weekly(ZoneId zone, DayOfWeek day, LocalTime time) implements Schedule {

    @Override
    public Instant firstAfter(Instant moment) {
      LocalDate date =
          moment
              .atZone(zone)
              .toLocalDate()
              .minusDays(1)
              .with(TemporalAdjusters.previousOrSame(day));
      while (!on(date).isAfter(moment)) {
        date = date.plusWeeks(1);
      }
      return on(date);
    }

    @Override
    public Instant lastUpTo(Instant moment) {
      LocalDate date =
          moment.atZone(zone).toLocalDate().plusDays(1).with(TemporalAdjusters.nextOrSame(day));
      while (on(date).isAfter(moment)) {
        date = date.minusWeeks(1);
      }
      return on(date);
    }

    private Instant on(LocalDate date) {
      return shownAt(date, time, zone);
    }
  }

  /**
   * The moment at which a zone's clocks show a time. In a gap it is later by the gap's length, in
   * an overlap it is the earlier of the two.
   */
  private static Instant shownAt(LocalDate day, LocalTime time, ZoneId zone) {
    return day.atTime(time).atZone(zone).toInstant();
  }
}
