package io.paperwire.ingest.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.backoff.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CircuitTest {

  private static final Instant NOW = Instant.parse("2026-01-30T12:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Circuit circuit =
      new Circuit(new Backoff(SECOND, Duration.ofMinutes(1)), new Random(7));

  @Test
  void shouldOpenAfterSeveralFailuresInARow() {
    circuit.failed(NOW, "HTTP 500");
    circuit.failed(NOW, "HTTP 500");
    assertThat(circuit.open(NOW)).isEmpty();
    Duration wait = circuit.failed(NOW, "HTTP 502");
    assertThat(wait).isBetween(SECOND.multipliedBy(2), SECOND.multipliedBy(4));
    assertThat(circuit.open(NOW)).hasValue(new Circuit.Open("HTTP 502", wait));
    assertThat(circuit.open(NOW.plus(wait))).isEmpty();
  }

  @Test
  void shouldForgetFailuresOnceAnAnswerCame() {
    circuit.failed(NOW, "HTTP 500");
    circuit.failed(NOW, "HTTP 500");
    circuit.succeeded();
    circuit.failed(NOW, "HTTP 500");
    assertThat(circuit.open(NOW)).isEmpty();
  }

  @Test
  void shouldOpenForLongerWhenTheTrialFails() {
    for (int failure = 1; failure <= 5; failure++) {
      circuit.failed(NOW, "HTTP 500");
    }
    Duration wait = circuit.failed(NOW.plusSeconds(20), "HTTP 500");
    assertThat(wait).isBetween(SECOND.multipliedBy(16), SECOND.multipliedBy(32));
    assertThat(circuit.open(NOW.plusSeconds(21))).isPresent();
  }

  @Test
  void shouldOpenAtOnceForAsLongAsTheUpstreamAsks() {
    Duration wait = circuit.throttled(NOW, "HTTP 503", Optional.of(Duration.ofMinutes(5)));
    assertThat(wait).isEqualTo(Duration.ofMinutes(5));
    assertThat(circuit.open(NOW.plusSeconds(299))).hasValue(new Circuit.Open("HTTP 503", SECOND));
    assertThat(circuit.open(NOW.plusSeconds(300))).isEmpty();
  }

  @Test
  void shouldStayAwayLongerThanAskedWhenItIsThrottledAgainAndAgain() {
    for (int time = 1; time <= 4; time++) {
      circuit.throttled(NOW, "HTTP 429", Optional.empty());
    }
    assertThat(circuit.throttled(NOW, "HTTP 429", Optional.of(SECOND)))
        .isBetween(SECOND.multipliedBy(8), SECOND.multipliedBy(16));
  }
}
