package io.paperwire.ingest.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HeadersTest {

  private static final Instant NOW = Instant.parse("2026-01-30T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "120, PT2M",
    "' 5 ', PT5S",
    "'Fri, 30 Jan 2026 12:10:00 GMT', PT10M",
    "99999999, PT24H",
    "'Sat, 30 Jan 2027 12:00:00 GMT', PT24H",
  })
  void shouldReadRetryAfter(String value, Duration expected) {
    assertThat(RetryAfter.parse(value, NOW)).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "0", "-5", "Fri, 30 Jan 2026 11:00:00 GMT", "99999999999999999999"})
  void shouldLeaveOutWhatMeansNothing(String value) {
    assertThat(RetryAfter.parse(value, NOW)).isEmpty();
  }

  @Test
  void shouldReadRequestsPerInterval() {
    assertThat(limit(Map.of("x-rate-limit-limit", "50", "x-rate-limit-interval", "1s")))
        .isEqualTo(new RateLimit(Optional.of(Duration.ofMillis(20)), Optional.empty()));
    assertThat(limit(Map.of("x-rate-limit-limit", "1", "x-rate-limit-interval", "999999s")))
        .isEqualTo(new RateLimit(Optional.of(Duration.ofMinutes(1)), Optional.empty()));
    assertThat(limit(Map.of("x-rate-limit-limit", "0", "x-rate-limit-interval", "1s")))
        .isEqualTo(new RateLimit(Optional.empty(), Optional.empty()));
  }

  @Test
  void shouldReadWhatIsLeft() {
    assertThat(limit(Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "90")))
        .isEqualTo(new RateLimit(Optional.empty(), Optional.of(Duration.ofSeconds(90))));
    assertThat(limit(Map.of("X-RateLimit-Remaining", "1", "X-RateLimit-Reset", "90")))
        .isEqualTo(new RateLimit(Optional.empty(), Optional.empty()));
    assertThat(limit(Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "999999")))
        .isEqualTo(new RateLimit(Optional.empty(), Optional.empty()));
  }

  private static RateLimit limit(Map<String, String> headers) {
    Map<String, List<String>> lists = new HashMap<>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    return RateLimit.of(HttpHeaders.of(lists, (_, _) -> true));
  }
}
