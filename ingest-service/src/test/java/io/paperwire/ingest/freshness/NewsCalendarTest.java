package io.paperwire.ingest.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NewsCalendarTest {

  private static final ArxivCalendar FEED =
      new ArxivCalendar(
          Set.of(LocalDate.parse("2026-12-31")), Duration.ofHours(4), Duration.ofHours(10));

  /** 2026-01-30 is a Friday; midnight in New York is 05:00 UTC, in summer 04:00. */
  @ParameterizedTest
  @CsvSource({
    "2026-01-30T05:20:00Z, 2026-01-30T12:00:00Z, FRESH",
    "2026-01-30T01:20:00Z, 2026-01-30T12:00:00Z, FRESH",
    "2026-01-29T05:20:00Z, 2026-01-30T12:00:00Z, LATE",
    "2026-01-29T05:20:00Z, 2026-01-30T10:59:00Z, QUIET",
    "2026-01-28T05:20:00Z, 2026-01-30T10:59:00Z, LATE",
    "2026-01-30T05:20:00Z, 2026-01-31T12:00:00Z, QUIET",
    "2026-01-30T05:20:00Z, 2026-02-01T12:00:00Z, QUIET",
    "2026-01-30T05:20:00Z, 2026-02-02T06:00:00Z, QUIET",
    "2026-01-30T05:20:00Z, 2026-02-02T11:00:00Z, LATE",
    "2026-07-03T04:10:00Z, 2026-07-03T12:00:00Z, FRESH",
  })
  void shouldJudgeByTheCalendar(Instant newIdsAt, Instant now, Freshness expected) {
    assertThat(FEED.judge(newIdsAt, now)).isEqualTo(expected);
  }

  /** 20:00 in New York is 01:00 UTC of the next day in winter, and midnight in summer. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-06T12:00:00Z, 2026-03-06T01:00:00Z",
    "2026-03-09T12:00:00Z, 2026-03-09T00:00:00Z", // the clocks went forward on Sunday
    "2026-11-02T12:00:00Z, 2026-11-02T01:00:00Z", // and back
    "2026-03-09T03:59:00Z, 2026-03-06T01:00:00Z", // announced, not rendered yet
    "2026-01-20T12:00:00Z, 2026-01-19T01:00:00Z", // Martin Luther King Jr. Day
    "2026-05-26T12:00:00Z, 2026-05-25T00:00:00Z", // Memorial Day
    "2026-09-08T12:00:00Z, 2026-09-07T00:00:00Z", // Labor Day
    "2026-11-27T12:00:00Z, 2026-11-26T01:00:00Z", // Thanksgiving
    "2026-12-26T12:00:00Z, 2026-12-24T01:00:00Z", // Christmas
    "2027-01-02T12:00:00Z, 2026-12-31T01:00:00Z", // New Year, and a configured day before it
  })
  void shouldKnowTheLastAnnouncement(Instant now, Instant expected) {
    assertThat(FEED.lastExpected(now)).isEqualTo(expected);
  }

  @Test
  void shouldBeQuietOverAHoliday() {
    Instant wednesdaysPapers = Instant.parse("2026-11-26T05:10:00Z");
    assertThat(FEED.judge(wednesdaysPapers, Instant.parse("2026-11-26T12:00:00Z")))
        .isEqualTo(Freshness.FRESH);
    assertThat(FEED.judge(wednesdaysPapers, Instant.parse("2026-11-28T12:00:00Z")))
        .isEqualTo(Freshness.QUIET);
    assertThat(FEED.judge(wednesdaysPapers, Instant.parse("2026-11-30T12:00:00Z")))
        .isEqualTo(Freshness.LATE);
  }

  /** 2026-01-30 is a Friday. */
  @ParameterizedTest
  @CsvSource({
    "2026-01-30T09:00:00Z, 2026-01-30T23:00:00Z, FRESH",
    "2026-01-29T09:00:00Z, 2026-01-30T23:00:00Z, FRESH",
    "2026-01-28T09:00:00Z, 2026-01-30T05:00:00Z, QUIET",
    "2026-01-28T09:00:00Z, 2026-01-30T07:00:00Z, LATE",
    "2026-01-30T09:00:00Z, 2026-02-01T23:00:00Z, QUIET",
    "2026-01-30T09:00:00Z, 2026-02-03T07:00:00Z, LATE",
  })
  void shouldExpectNothingOfAWeekend(Instant newsAt, Instant now, Freshness expected) {
    assertThat(DailyCalendar.workingDays(Duration.ofHours(30)).judge(newsAt, now))
        .isEqualTo(expected);
  }

  @Test
  void shouldExpectSomethingEveryDay() {
    assertThat(
            DailyCalendar.everyDay(Duration.ofHours(30))
                .lastExpected(Instant.parse("2026-02-02T12:00:00Z")))
        .isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
  }
}
