package io.paperwire.enrich.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.schemas.PaperSignal;
import io.paperwire.schemas.PaperSignalKind;
import io.paperwire.schemas.Trend;
import io.paperwire.schemas.TrendState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class TrendsTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration HALF_LIFE = Duration.ofDays(2);

  private final Trends trends = new Trends(new TrendSettings(HALF_LIFE, 10, 4));

  @Test
  void shouldBeQuietWithoutAttention() {
    assertThat(trends.of(Attention.NONE, NOON))
        .isEqualTo(new Trend(0L, 0.0, NOON, TrendState.QUIET));
  }

  @Test
  void shouldCountVotesAndHalveTheRateAfterAHalfLife() {
    Trend trend = trend(votes(8, Duration.ZERO), votes(1, HALF_LIFE));

    assertThat(trend.getVotes()).isEqualTo(9);
    // 5 at one o'clock, 4.27 at midnight.
    assertThat(trend.getRate()).isEqualTo(4.2);
    assertThat(trend.getAsOf()).isEqualTo(NOON.plus(HALF_LIFE).plus(Duration.ofHours(12)));
  }

  @Test
  void shouldTakeALateBurstOfOldVotesForWhatItIs() {
    Trend trend = trend(votes(1, HALF_LIFE.multipliedBy(10)), votes(100, Duration.ZERO));

    assertThat(trend.getVotes()).isEqualTo(100);
    assertThat(trend.getRate()).isEqualTo(0.9);
    assertThat(trend.getState()).isEqualTo(TrendState.QUIET);
  }

  @Test
  void shouldBecomeTrendingAtOneRateAndQuietAtALowerOne() {
    PaperSignal burst = votes(10, Duration.ZERO);

    assertThat(trend(votes(9, Duration.ZERO)).getState()).isEqualTo(TrendState.QUIET);
    assertThat(trend(burst).getState()).isEqualTo(TrendState.TRENDING);
    assertThat(trend(burst, votes(1, HALF_LIFE)).getState()).isEqualTo(TrendState.TRENDING);
    assertThat(trend(burst, votes(1, HALF_LIFE.multipliedBy(2))).getState())
        .isEqualTo(TrendState.QUIET);
  }

  @Test
  void shouldTellWhenATrendEndsWithoutMoreAttention() {
    Attention attention = attention(votes(20, Duration.ZERO));

    // 17.06 at midnight, told as 17, as all below 18: from there 4 is more than two half-lives
    // away.
    assertThat(trends.of(attention, NOON).getRate()).isEqualTo(17.0);
    assertThat(trends.until(attention)).contains(Instant.parse("2026-03-07T08:10:00Z"));
    assertThat(trends.until(attention(votes(3, Duration.ZERO)))).isEmpty();
    assertThat(trends.until(Attention.NONE)).isEmpty();
  }

  @Property
  void shouldNotTellATrendToEndWhileAVoteKeepsItUp(@ForAll @IntRange(min = 10) int burst) {
    Attention attention = attention(votes(burst, Duration.ZERO));
    Instant until = trends.until(attention).orElseThrow();
    Duration after = Duration.between(NOON, until.plus(Duration.ofHours(1)));

    assertThat(trend(votes(burst, Duration.ZERO), votes(1, after)).getState())
        .isEqualTo(TrendState.QUIET);
    assertThat(Duration.between(exactEnd(burst), until))
        .isBetween(Duration.ZERO, Duration.ofHours(7));
  }

  private static Instant exactEnd(int burst) {
    double halfLives = Math.log(burst / 4.0) / Math.log(2);
    return NOON.plus(Duration.ofHours(1)).plusMillis((long) (halfLives * HALF_LIFE.toMillis()));
  }

  @Test
  void shouldTellAnotherEndOnlyWithAnotherRate() {
    Map<Double, Set<Instant>> ends = new HashMap<>();
    for (int votes = 200; votes < 400; votes++) {
      Attention attention = attention(votes(votes, Duration.ofHours(votes % 10)));
      ends.computeIfAbsent(trends.of(attention, NOON).getRate(), _ -> new HashSet<>())
          .add(trends.until(attention).orElseThrow());
    }
    assertThat(ends).hasSizeGreaterThan(5);
    assertThat(ends.values()).allMatch(told -> told.size() == 1);
  }

  @Test
  void shouldTellAnEndWhereTheRateOfTheDayIsNothing() {
    Trends fast = new Trends(new TrendSettings(Duration.ofMinutes(30), 10, 5));
    Attention attention = attention(votes(20, Duration.ZERO));

    assertThat(fast.of(attention, NOON).getRate()).isZero();
    assertThat(fast.until(attention).orElseThrow())
        .isBetween(NOON.plus(Duration.ofHours(2)), NOON.plus(Duration.ofHours(3)));
  }

  @Test
  void shouldCountOnlyUpvotesAsVotesAndNothingOfAnUnknownKind() {
    Trend trend =
        trend(
            signal(PaperSignalKind.STAR, 3, Duration.ZERO),
            signal(PaperSignalKind.UNKNOWN, 5, Duration.ZERO));

    assertThat(trend.getVotes()).isZero();
    assertThat(trend.getRate()).isEqualTo(2.4);
  }

  @Test
  void shouldTakeVotesBack() {
    Trend trend = trend(votes(5, Duration.ZERO), votes(-5, Duration.ofHours(1)));

    assertThat(trend.getVotes()).isZero();
    assertThat(trend.getRate()).isLessThan(0.1);
    assertThat(trend(votes(-5, Duration.ZERO)).getVotes()).isZero();
  }

  @Test
  void shouldNotTellOfChangesThatDoNotMatter() {
    Set<Trend> told = new HashSet<>();
    for (int more = 0; more < 20; more++) {
      told.add(trend(votes(200, Duration.ZERO), votes(more, Duration.ofHours(more % 10))));
    }
    assertThat(told).extracting(Trend::getVotes).containsOnly(200L);
    assertThat(told).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void shouldTellFewVotesExactlyAndManyByRoundNumbers() {
    assertThat(trend(votes(19, Duration.ZERO)).getVotes()).isEqualTo(19);
    assertThat(trend(votes(21, Duration.ZERO)).getVotes()).isEqualTo(20);
    assertThat(trend(votes(99, Duration.ZERO)).getVotes()).isEqualTo(95);
    assertThat(trend(votes(100, Duration.ZERO)).getVotes()).isEqualTo(100);
    assertThat(trend(votes(1_999, Duration.ZERO)).getVotes()).isEqualTo(1_900);
  }

  @Property(tries = 200)
  void shouldNotDependOnTheOrderOfSignals(
      @ForAll @Size(max = 20) List<@IntRange(max = 400) Integer> hours, @ForAll long seed) {
    List<PaperSignal> signals = new ArrayList<>();
    hours.forEach(hour -> signals.add(votes(hour % 7 - 1, Duration.ofHours(hour))));
    List<PaperSignal> shuffled = new ArrayList<>(signals);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(trend(shuffled.toArray(PaperSignal[]::new)))
        .isEqualTo(trend(signals.toArray(PaperSignal[]::new)));
  }

  @Test
  void shouldNotBelieveThatAttentionWasGivenInTheFuture() {
    PaperSignal wrong = votes(20, Duration.ofDays(20_000));
    PaperSignal ahead = votes(20, Attention.AHEAD);

    assertThat(trends.of(Attention.NONE.with(wrong, NOON), NOON))
        .isEqualTo(trend(votes(20, Duration.ZERO)));
    assertThat(trends.of(Attention.NONE.with(ahead, NOON), NOON)).isEqualTo(trend(ahead));
  }

  @Test
  void shouldHealAttentionThatWasStoredForTheFuture() {
    long noon = NOON.toEpochMilli() / Duration.ofHours(1).toMillis();
    Attention stored =
        new Attention(
            28, new TreeMap<>(Map.of(noon - 1, 3L, noon, 5L, noon + 1, 7L, 900_000L, 13L)));
    Instant fiveToOne = NOON.plus(Duration.ofMinutes(55));

    assertThat(stored.upTo(NOON))
        .isEqualTo(new Attention(28, new TreeMap<>(Map.of(noon - 1, 3L, noon, 25L))));
    assertThat(stored.upTo(fiveToOne))
        .isEqualTo(new Attention(28, new TreeMap<>(Map.of(noon - 1, 3L, noon, 18L, noon + 1, 7L))));
    assertThat(stored.upTo(Attention.end(900_000))).isEqualTo(stored);
    assertThat(Attention.NONE.upTo(NOON)).isEqualTo(Attention.NONE);
  }

  @Test
  void shouldRefuseSettingsThatMakeNoSense() {
    assertThatThrownBy(() -> new TrendSettings(Duration.ZERO, 10, 4))
        .hasMessageStartingWith("paperwire.trend.half-life must be positive");
    assertThatThrownBy(() -> new TrendSettings(HALF_LIFE, 4, 10))
        .hasMessageStartingWith("paperwire.trend.quiet-below must be above 0 and not above");
  }

  private Trend trend(PaperSignal... signals) {
    return trends.of(attention(signals), NOON);
  }

  private static Attention attention(PaperSignal... signals) {
    Attention attention = Attention.NONE;
    for (PaperSignal signal : signals) {
      attention = attention.with(signal, signal.getAt());
    }
    return attention;
  }

  private static PaperSignal votes(long count, Duration after) {
    return signal(PaperSignalKind.UPVOTE, count, after);
  }

  private static PaperSignal signal(PaperSignalKind kind, long count, Duration after) {
    return PaperSignal.newBuilder()
        .setPaperId("arxiv:2401.01234")
        .setSource("hugging-face")
        .setKind(kind)
        .setCount(count)
        .setAt(NOON.plus(after))
        .build();
  }
}
