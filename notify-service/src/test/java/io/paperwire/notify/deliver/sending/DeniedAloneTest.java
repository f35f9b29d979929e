package io.paperwire.notify.deliver.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DeniedAloneTest {

  private static final UUID ANNA = new UUID(0, 1);

  private Instant now = Instant.parse("2026-11-23T08:00:00Z");
  private final DeniedAlone alone = new DeniedAlone(() -> now);

  @Test
  void shouldWaitTwiceAsLongEachTimeUpToAnHourUntilAMailIsTaken() {
    assertThat(Stream.generate(() -> alone.add(ANNA)).limit(6).map(Duration::toMinutes))
        .containsExactly(5L, 10L, 20L, 40L, 60L, 60L);

    alone.end(ANNA);

    assertThat(alone.waitsUntil(ANNA)).isEmpty();
    assertThat(alone.add(ANNA)).isEqualTo(DeniedAlone.FIRST);
  }

  @Test
  void shouldWaitForTheSubscriberAndNobodyElse() {
    alone.add(ANNA);

    assertThat(alone.waitsUntil(ANNA)).contains(now.plus(DeniedAlone.FIRST));
    assertThat(alone.waitsUntil(new UUID(0, 2))).isEmpty();
    now = now.plus(DeniedAlone.FIRST);
    assertThat(alone.waitsUntil(ANNA)).isEmpty();
  }
}
