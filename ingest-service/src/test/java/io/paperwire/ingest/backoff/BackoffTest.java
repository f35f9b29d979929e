package io.paperwire.ingest.backoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BackoffTest {

  private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  @Test
  void shouldGrowAndStayBelowTheLongest() {
    Random random = new Random(1);
    for (int failures = 1; failures < 100; failures++) {
      long ceiling = Math.min(30_000, 1000L << Math.min(failures - 1, 20));
      assertThat(backoff.delay(failures, random).toMillis()).isBetween(ceiling / 2, ceiling);
    }
  }

  @Test
  void shouldBeJittered() {
    Random random = new Random(1);
    assertThat(backoff.delay(5, random)).isNotEqualTo(backoff.delay(5, random));
  }
}
