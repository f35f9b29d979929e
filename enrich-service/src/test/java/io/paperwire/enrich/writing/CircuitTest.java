package io.paperwire.enrich.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class CircuitTest {

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private final Circuit circuit = new Circuit(2, PAUSE, () -> now);

  @Test
  void shouldOpenAfterSoManyFailuresInARowAndLetOneTryAfterEachPause() {
    assertThat(circuit.failed()).isFalse();
    assertThat(circuit.permits()).isTrue();
    assertThat(circuit.failed()).isTrue();
    assertThat(circuit.permits()).isFalse();

    now = now.plus(PAUSE);
    assertThat(circuit.permits()).isTrue();
    assertThat(circuit.permits()).isFalse();
    assertThat(circuit.failed()).isFalse();
    assertThat(circuit.permits()).isFalse();

    now = now.plus(PAUSE);
    assertThat(circuit.permits()).isTrue();
    circuit.succeeded();
    assertThat(circuit.permits()).isTrue();
    assertThat(circuit.permits()).isTrue();
  }

  @Test
  void shouldForgetAFailureAfterASuccess() {
    circuit.failed();
    circuit.succeeded();
    circuit.failed();
    assertThat(circuit.permits()).isTrue();
  }
}
