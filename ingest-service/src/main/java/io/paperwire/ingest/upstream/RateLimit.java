package io.paperwire.ingest.upstream;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an upstream says of its limits in an answer's headers: Crossref tells requests per interval
 * ({@code x-rate-limit-limit: 50}, {@code x-rate-limit-interval: 1s}); OpenAlex and others tell
 * what is left ({@code X-RateLimit-Remaining}) and when there is more ({@code X-RateLimit-Reset},
 * in seconds).
 *
 * @param interval least time between two requests, where it is told
 * @param exhausted how long there is nothing left, where nothing is
 */
record RateLimit(Optional<Duration> interval, Optional<Duration> exhausted) {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*s?");

  /** A longer interval is taken for a mistake of the upstream, and cut to this. */
  static final Duration LONGEST_INTERVAL = Duration.ofMinutes(1);

  /** A reset is told in seconds from now; greater figures are times of day, and not relied on. */
  private static final Duration LONGEST = Duration.ofDays(1);

  /** Reads the headers. */
  static RateLimit of(HttpHeaders headers) {
    Optional<Long> limit = number(headers, "x-rate-limit-limit").filter(count -> count > 0);
    Optional<Duration> interval =
        number(headers, "x-rate-limit-interval")
            .flatMap(seconds -> limit.map(count -> Duration.ofSeconds(seconds).dividedBy(count)))
            .map(asked -> asked.compareTo(LONGEST_INTERVAL) > 0 ? LONGEST_INTERVAL : asked);
    Optional<Duration> exhausted =
        number(headers, "x-ratelimit-remaining")
            .filter(left -> left == 0)
            .flatMap(_ -> number(headers, "x-ratelimit-reset"))
            .map(Duration::ofSeconds)
            .filter(wait -> wait.isPositive() && wait.compareTo(LONGEST) <= 0);
    return new RateLimit(interval, exhausted);
  }

  private static Optional<Long> number(HttpHeaders headers, String name) {
    return headers
        .firstValue(name)
        .map(value -> DURATION.matcher(value.strip()))
        .filter(Matcher::matches)
        .map(matcher -> Long.parseLong(matcher.group(1)));
  }
}
