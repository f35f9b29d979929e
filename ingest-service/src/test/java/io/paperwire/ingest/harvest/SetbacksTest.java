package io.paperwire.ingest.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SetbacksTest {

  private Instant now = Instant.parse("2026-06-12T08:00:00Z");
  private final Setbacks setbacks = new Setbacks(() -> now);

  @Test
  void shouldCountFailuresThoughTheSourceCouldBeOpenedInBetween() {
    assertThat(setbacks.any()).isFalse();
    assertThat(failure(Duration.ZERO)).isEqualTo(1);
    assertThat(failure(Duration.ofSeconds(1))).isEqualTo(2);
    assertThat(failure(Duration.ofSeconds(90))).isEqualTo(3);
    assertThat(setbacks.any()).isTrue();
  }

  @Test
  void shouldBeginAnewAfterAPageWasPublished() {
    failure(Duration.ZERO);
    failure(Duration.ofSeconds(1));
    setbacks.published();

    assertThat(failure(Duration.ofSeconds(1))).isEqualTo(1);
    assertThat(failure(Duration.ofSeconds(1))).isEqualTo(2);
  }

  @Test
  void shouldBeginAnewAfterALongQuietTime() {
    failure(Duration.ZERO);
    failure(Duration.ofSeconds(1));

    assertThat(failure(Duration.ofMinutes(2))).isEqualTo(1);
  }

  @Test
  void shouldForgetWhatIsOvercome() {
    failure(Duration.ZERO);
    setbacks.overcome();

    assertThat(setbacks.any()).isFalse();
    assertThat(failure(Duration.ofSeconds(1))).isEqualTo(1);
  }

  private int failure(Duration after) {
    now = now.plus(after);
    return setbacks.add();
  }
}
