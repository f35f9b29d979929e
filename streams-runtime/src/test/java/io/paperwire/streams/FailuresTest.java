package io.paperwire.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FailuresTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private final Exception failure = new IllegalStateException("no broker");

  private final Failures failures = new Failures();

  @Test
  void shouldHaveNothingToSayBeforeTheFirstFailure() {
    assertThat(failures.open(NOW)).isEmpty();
  }

  @Test
  void shouldWaitLongerFromFailureToFailureUpToALimit() {
    List<Long> pauses = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      pauses.add(failures.add(failure, NOW).toMillis());
    }

    assertThat(pauses)
        .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L);
  }

  @Test
  void shouldTakeAFailureForOvercomeAfterACalmTime() {
    failures.add(failure, NOW);
    Instant next = NOW.plus(failures.add(failure, NOW));

    assertThat(failures.open(next.plus(Failures.CALM)))
        .contains("java.lang.IllegalStateException: no broker");
    Instant later = next.plus(Failures.CALM).plusMillis(1);
    assertThat(failures.open(later)).isEmpty();
    assertThat(failures.add(failure, later)).isEqualTo(Duration.ofMillis(500));
  }

  /** The last pause is half a minute, and whoever joins a group again takes a while. */
  @Test
  void shouldWaitLongerThroughoutALongOutage() {
    Instant now = NOW;
    for (int attempt = 0; attempt < 8; attempt++) {
      now = now.plus(failures.add(failure, now)).plusSeconds(20);
      assertThat(failures.open(now)).isPresent();
    }

    assertThat(failures.add(failure, now)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void shouldHaveNothingToSayOfWhatWasDoneAfterAll() {
    failures.add(failure, NOW);
    failures.overcome();

    assertThat(failures.open(NOW)).isEmpty();
    assertThat(failures.add(failure, NOW)).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void shouldNameTheRootOfAFailure() {
    failures.add(new IllegalStateException("cannot read", failure), NOW);

    assertThat(failures.open(NOW))
        .contains(
            "java.lang.IllegalStateException: cannot read, because of"
                + " java.lang.IllegalStateException: no broker");
  }
}
