package io.paperwire.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class AttentionTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final Duration HALF_LIFE = Duration.ofDays(2);

  @Test
  void shouldFade() {
    Attention attention = attention(20, 20, NOW);

    assertThat(attention.at(NOW)).isCloseTo(0.9 * 2 / 3 + 0.05, within(1e-12));
    assertThat(attention.at(NOW.plus(HALF_LIFE))).isCloseTo(0.9 * 0.5 + 0.05, within(1e-12));
    assertThat(attention.at(NOW.plus(HALF_LIFE.multipliedBy(100)))).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void shouldBeTheSameHoweverLongBeforeItWasMeasured() {
    Attention tonight = attention(0, 5, NOW.plus(HALF_LIFE));

    assertThat(tonight.at(NOW)).isCloseTo(attention(0, 10, NOW).at(NOW), within(1e-12));
  }

  @Test
  void shouldLetVotesOfLongAgoCountATenthAtMost() {
    assertThat(attention(1_000_000, 0, NOW).at(NOW)).isBetween(0.099, 0.1);
    assertThat(attention(0, 0, NOW).at(NOW)).isZero();
  }

  @Test
  void shouldStayInItsBoundsWhateverARecordSays() {
    assertThat(attention(0, Double.POSITIVE_INFINITY, NOW).at(NOW)).isCloseTo(0.9, within(1e-12));
    assertThat(attention(0, 1, NOW.plus(Duration.ofDays(100_000))).at(NOW))
        .isCloseTo(0.9, within(1e-12));
    assertThat(attention(0, Double.NaN, NOW).at(NOW)).isZero();
    assertThat(attention(0, -3, NOW).at(NOW)).isZero();
  }

  @Test
  void shouldRefuseFiguresThatMakeNoSense() {
    assertThatThrownBy(() -> attention(-1, 0, NOW)).hasMessage("votes are not negative, as -1 is");
    assertThatThrownBy(() -> new Attention(0, 0, NOW, Duration.ZERO))
        .hasMessage("a half-life is positive, as PT0S is not");
  }

  private static Attention attention(long votes, double rate, Instant asOf) {
    return new Attention(votes, rate, asOf, HALF_LIFE);
  }
}
