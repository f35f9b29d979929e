package io.paperwire.notify.web.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class ClientLimitTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

  @Test
  void shouldLetAClientTryAgainWhenItsOldestRequestLeavesTheWindow() {
    ClientLimit limit = new ClientLimit(2, Duration.ofMinutes(10), now::get);

    assertThat(limit.count("a")).isEmpty();
    pass(Duration.ofMinutes(4));
    assertThat(limit.count("a")).isEmpty();
    assertThat(limit.count("a")).contains(Duration.ofMinutes(6));
    assertThat(limit.count("b")).isEmpty();
    pass(Duration.ofMinutes(6));
    assertThat(limit.count("a")).isEmpty();
    assertThat(limit.count("a")).contains(Duration.ofMinutes(4));
  }

  @Test
  void shouldNotLimitWhereTheLimitIsZero() {
    ClientLimit limit = new ClientLimit(0, Duration.ofMinutes(10), now::get);

    for (int i = 0; i < 1_000; i++) {
      assertThat(limit.count("a")).isEmpty();
    }
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }
}
