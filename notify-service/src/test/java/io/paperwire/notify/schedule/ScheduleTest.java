package io.paperwire.notify.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.notify.schedule.Schedule.AtOnce;
import io.paperwire.notify.schedule.Schedule.Daily;
import io.paperwire.notify.schedule.Schedule.Weekly;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ScheduleTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void shouldBeDueInTheNextMillisecondWhenAtOnce() {
    Instant now = Instant.parse("2026-03-02T10:00:00Z");

    assertThat(new AtOnce().firstAfter(now)).isEqualTo("2026-03-02T10:00:00.001Z");
    assertThat(new AtOnce().lastUpTo(now)).isEqualTo(now);
  }

  @Test
  void shouldBeDueAtTheTimeOfTheSubscribersDay() {
    Schedule daily = new Daily(BERLIN, LocalTime.of(8, 0));

    assertThat(daily.firstAfter(Instant.parse("2026-01-15T06:59:59.999Z")))
        .isEqualTo("2026-01-15T07:00:00Z");
    assertThat(daily.firstAfter(Instant.parse("2026-01-15T07:00:00Z")))
        .isEqualTo("2026-01-16T07:00:00Z");
    assertThat(daily.lastUpTo(Instant.parse("2026-01-15T07:00:00Z")))
        .isEqualTo("2026-01-15T07:00:00Z");
    assertThat(daily.lastUpTo(Instant.parse("2026-01-15T06:59:59.999Z")))
        .isEqualTo("2026-01-14T07:00:00Z");
  }

  @Test
  void shouldFollowTheClocksIntoSummer() {
    Schedule daily = new Daily(BERLIN, LocalTime.of(8, 0));

    assertThat(next(daily, "2026-03-27T08:00:00Z", 3))
        .containsExactly(
            Instant.parse("2026-03-28T07:00:00Z"),
            Instant.parse("2026-03-29T06:00:00Z"),
            Instant.parse("2026-03-30T06:00:00Z"));
  }

  @Test
  void shouldBeDueLaterByTheGapWhereTheClocksSkipTheTime() {
    Schedule daily = new Daily(BERLIN, LocalTime.of(2, 30));

    assertThat(next(daily, "2026-03-28T12:00:00Z", 2))
        .containsExactly(
            Instant.parse("2026-03-29T01:30:00Z"), // 03:30 there; 02:30 does not exist
            Instant.parse("2026-03-30T00:30:00Z"));
  }

  @Test
  void shouldBeDueOnceWhereTheClocksShowTheTimeTwice() {
    Schedule daily = new Daily(BERLIN, LocalTime.of(2, 30));

    assertThat(next(daily, "2026-10-24T12:00:00Z", 2))
        .containsExactly(
            Instant.parse("2026-10-25T00:30:00Z"), // the first 02:30, still in summer time
            Instant.parse("2026-10-26T01:30:00Z"));
  }

  @Test
  void shouldBeDueOnceWhereMidnightIsSkippedOrRepeated() {
    ZoneId havana = ZoneId.of("America/Havana");

    assertThat(next(new Daily(havana, LocalTime.MIDNIGHT), "2024-03-09T12:00:00Z", 2))
        .containsExactly(
            Instant.parse("2024-03-10T05:00:00Z"), // 01:00 there; midnight does not exist
            Instant.parse("2024-03-11T04:00:00Z"));
    assertThat(next(new Daily(havana, LocalTime.of(0, 30)), "2024-11-02T12:00:00Z", 2))
        .containsExactly(
            Instant.parse("2024-11-03T04:30:00Z"), Instant.parse("2024-11-04T05:30:00Z"));
  }

  @Test
  void shouldSkipADayThatAZoneNeverHad() {
    Schedule daily = new Daily(ZoneId.of("Pacific/Apia"), LocalTime.of(8, 0));

    // Samoa went from 29 to 31 December 2011.
    assertThat(next(daily, "2011-12-29T17:59:00Z", 3))
        .containsExactly(
            Instant.parse("2011-12-29T18:00:00Z"),
            Instant.parse("2011-12-30T18:00:00Z"),
            Instant.parse("2011-12-31T18:00:00Z"));
  }

  @Test
  void shouldBeDueOnTheDayOfTheWeek() {
    Schedule weekly = new Weekly(BERLIN, DayOfWeek.MONDAY, LocalTime.of(8, 0));

    assertThat(next(weekly, "2026-03-23T07:00:00Z", 2))
        .containsExactly(
            Instant.parse("2026-03-30T06:00:00Z"), Instant.parse("2026-04-06T06:00:00Z"));
    assertThat(weekly.firstAfter(Instant.parse("2026-03-23T06:59:59.999Z")))
        .isEqualTo("2026-03-23T07:00:00Z");
    assertThat(weekly.lastUpTo(Instant.parse("2026-03-29T23:59:00Z")))
        .isEqualTo("2026-03-23T07:00:00Z");
  }

  @Test
  void shouldHaveOneDueTimePerDayInEveryZone() {
    for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
      ZoneId zone = ZoneId.of(id);
      for (LocalTime time : List.of(LocalTime.MIN, LocalTime.of(2, 30), LocalTime.of(23, 59))) {
        Schedule daily = new Daily(zone, time);
        Instant start = LocalDate.of(2026, 1, 1).atStartOfDay(zone).toInstant();
        Instant end = LocalDate.of(2027, 1, 1).atStartOfDay(zone).toInstant();
        int dues = 0;
        for (Instant due = daily.firstAfter(start.minusMillis(1));
            due.isBefore(end);
            due = daily.firstAfter(due)) {
          dues++;
        }
        assertThat(dues).as("%s at %s", id, time).isEqualTo(365);
      }
    }
  }

  @Test
  void shouldAgreeBothWaysAtRandomMoments() {
    Random random = new Random(20260302);
    List<String> zones = List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds()));
    for (int i = 0; i < 20_000; i++) {
      ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
      LocalTime time = LocalTime.ofSecondOfDay(60L * random.nextInt(1440));
      Schedule schedule =
          random.nextBoolean()
              ? new Daily(zone, time)
              : new Weekly(zone, DayOfWeek.of(1 + random.nextInt(7)), time);
      Instant moment =
          LocalDate.of(1990, 1, 1)
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant()
              .plus(Duration.ofMinutes(random.nextInt(60 * 24 * 365 * 45)));

      Instant next = schedule.firstAfter(moment);
      Instant last = schedule.lastUpTo(moment);

      assertThat(next).as("%s after %s", schedule, moment).isAfter(moment);
      assertThat(last).as("%s up to %s", schedule, moment).isBeforeOrEqualTo(moment);
      assertThat(schedule.firstAfter(last)).as("%s after %s", schedule, last).isEqualTo(next);
      assertThat(schedule.lastUpTo(next)).isEqualTo(next);
      assertThat(schedule.lastUpTo(next.minusMillis(1))).isEqualTo(last);
    }
  }

  private static List<Instant> next(Schedule schedule, String after, int count) {
    List<Instant> dues = new ArrayList<>();
    Instant moment = Instant.parse(after);
    for (int i = 0; i < count; i++) {
      moment = schedule.firstAfter(moment);
      dues.add(moment);
    }
    return dues;
  }
}
