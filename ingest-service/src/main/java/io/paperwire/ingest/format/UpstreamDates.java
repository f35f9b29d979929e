package io.paperwire.ingest.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates as upstreams write them: a timestamp with or without a zone (then UTC), or a day,
 * also unpadded ({@code 2026-6-30}), which stands for its start in UTC.
 */
public final class UpstreamDates {

  private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

  private UpstreamDates() {}

  /** The instant; empty if the text is no date, or one that no paper can have. */
  public static Optional<Instant> parse(String text) {
    return instant(text).filter(PaperDates::isPlausible);
  }

  private static Optional<Instant> instant(String text) {
    String date = text.strip();
    Matcher day = DAY.matcher(date);
    try {
      if (day.matches()) {
        return Optional.of(
            day(
                Integer.parseInt(day.group(1)),
                Integer.parseInt(day.group(2)),
                Integer.parseInt(day.group(3))));
      }
      return Optional.of(
          hasZone(date)
              ? OffsetDateTime.parse(date).toInstant()
              : LocalDateTime.parse(date).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * The start of a day in UTC.
   *
   * @throws DateTimeException if there is no such day
   */
  public static Instant day(int year, int month, int dayOfMonth) {
    return LocalDate.of(year, month, dayOfMonth).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static boolean hasZone(String date) {
    int time = date.indexOf('T');
    return date.endsWith("Z") || date.indexOf('+', time + 1) > 0 || date.indexOf('-', time + 1) > 0;
  }
}
