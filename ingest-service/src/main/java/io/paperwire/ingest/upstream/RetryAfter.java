package io.paperwire.ingest.upstream;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads {@code Retry-After}: seconds, or a date (RFC 9110, section 10.2.3). */
final class RetryAfter {

  /** A longer wait is taken for a mistake of the upstream, and cut to this. */
  static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /** How long to wait; empty if the value means nothing or lies in the past. */
  static Optional<Duration> parse(String value, Instant now) {
    String text = value.strip();
    try {
      Duration wait =
          !text.isEmpty() && text.chars().allMatch(Character::isDigit)
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(
                  now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      return Optional.of(wait)
          .filter(Duration::isPositive)
          .map(asked -> asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
