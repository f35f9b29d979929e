package io.paperwire.ingest.source.arxivfeed;

import io.paperwire.ingest.source.SourceCondition.Freshness;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When new papers are to be expected in the feeds. arXiv announces on the evenings of Sunday to
 * Thursday at 20:00 US Eastern; the feeds are rendered at the following midnight. Holidays are not
 * known here: after one, a source is late for a day.
 */
final class AnnouncementCalendar {

  private static final ZoneId EASTERN = ZoneId.of("America/New_York");
  private static final Duration EVENING = Duration.ofHours(4);

  /** How long after midnight new papers may still come before the feeds are late. */
  static final Duration GRACE = Duration.ofHours(6);

  private AnnouncementCalendar() {}

  /** The last midnight, Eastern, at which new papers appeared by the calendar. */
  static Instant lastExpected(Instant now) {
    ZonedDateTime midnight = now.atZone(EASTERN).toLocalDate().atStartOfDay(EASTERN);
    while (isWeekend(midnight)) {
      midnight = midnight.minusDays(1);
    }
    return midnight.toInstant();
  }

  /**
   * Judges by the calendar.
   *
   * @param newIdsAt when ids were seen last that had not been seen before
   */
  static Freshness freshness(Instant newIdsAt, Instant now) {
    Instant expected = lastExpected(now);
    if (!newIdsAt.isBefore(expected.minus(EVENING))) {
      return isWeekend(now.atZone(EASTERN)) ? Freshness.QUIET : Freshness.FRESH;
    }
    Instant before = lastExpected(expected.minusMillis(1));
    boolean inGrace = now.isBefore(expected.plus(GRACE));
    return inGrace && !newIdsAt.isBefore(before.minus(EVENING)) ? Freshness.QUIET : Freshness.LATE;
  }

  private static boolean isWeekend(ZonedDateTime time) {
    return time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
