package io.paperwire.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HeartbeatTest {

  private static final Duration EVERY = Duration.ofSeconds(10);

  private long now = Long.MAX_VALUE - Duration.ofSeconds(25).toNanos(); // where it overflows

  /** Who was answered early waits for the rest of the interval, not for a whole one. */
  @Test
  void shouldLetWhoWaitsWaitNoLongerThanUntilTheNextSignIsDue() {
    Heartbeat heartbeat = new Heartbeat(EVERY, () -> now);
    List<Duration> gaps = new ArrayList<>();
    long last = now;
    now += EVERY.multipliedBy(9).dividedBy(10).toNanos();
    for (int wait = 0; wait < 5; wait++) {
      if (heartbeat.isDue()) {
        heartbeat.given();
        gaps.add(Duration.ofNanos(now - last));
        last = now;
      }
      now += heartbeat.left().toNanos();
    }
    assertThat(gaps).containsExactly(EVERY, EVERY, EVERY, EVERY);
  }

  @Test
  void shouldLeaveSomeTimeThoughASignIsOverdue() {
    Heartbeat heartbeat = new Heartbeat(EVERY, () -> now);
    now += EVERY.multipliedBy(2).toNanos();
    assertThat(heartbeat.isDue()).isTrue();
    assertThat(heartbeat.left()).isEqualTo(Duration.ofMillis(1));
  }
}
