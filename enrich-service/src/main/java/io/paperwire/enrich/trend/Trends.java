package io.paperwire.enrich.trend;

import io.paperwire.schemas.Trend;
import io.paperwire.schemas.TrendState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Works out the trend of a paper from the attention that it got. */
public final class Trends {

  /** In half-lives. */
  private static final int MEMORY = 40;

  private static final double PRECISION = 10_000;
  private static final double[] STEPS = {5, 2, 1};

  private final TrendSettings settings;

  /** Trends by the given settings. */
  public Trends(TrendSettings settings) {
    this.settings = settings;
  }

  /** So long before the newest attention other attention counts: it is a trillionth by then. */
  public Duration memory() {
    return settings.halfLife().multipliedBy(MEMORY);
  }

  /**
   * The trend of a paper at the end of the last day (UTC) on which it got attention. Votes and rate
   * are rounded down, by less than a tenth: a record that said no more than the last one would only
   * make others work.
   *
   * @param firstSeenAt stands for the end of that day while there is no attention
   */
  public Trend of(Attention attention, Instant firstSeenAt) {
    double rate = 0;
    Instant asOf = firstSeenAt;
    boolean trending = false;
    boolean first = true;
    for (Map.Entry<Long, Long> hour : attention.byHour().entrySet()) {
      Instant end = Attention.end(hour.getKey());
      double decayed = first ? 0 : rate * settings.decay(Duration.between(asOf, end));
      trending = trending && decayed >= settings.quietBelow();
      rate = Math.max(0, decayed + hour.getValue());
      trending = trending ? rate >= settings.quietBelow() : rate >= settings.trendingFrom();
      asOf = end;
      first = false;
    }
    Instant day = first ? asOf : endOfDay(asOf);
    double decayed = rate * settings.decay(Duration.between(asOf, day));
    return Trend.newBuilder()
        .setVotes(wholeVotes(attention.votes()))
        .setRate(rounded(decayed))
        .setAsOf(day)
        .setState(trending ? TrendState.TRENDING : TrendState.QUIET)
        .build();
  }

  /**
   * When a paper stops trending if it gets no more attention, to the minute.
   *
   * @return nothing if it is not trending
   */
  public Optional<Instant> until(Trend trend) {
    if (trend.getState() != TrendState.TRENDING) {
      return Optional.empty();
    }
    double halfLives = Math.log(trend.getRate() / settings.quietBelow()) / Math.log(2);
    long left = Math.round(halfLives * settings.halfLife().toMillis());
    return Optional.of(trend.getAsOf().plusMillis(left).truncatedTo(ChronoUnit.MINUTES));
  }

  /** Midnight after an instant, or the instant if it is midnight. */
  private static Instant endOfDay(Instant instant) {
    Instant midnight = instant.truncatedTo(ChronoUnit.DAYS);
    return midnight.equals(instant) ? instant : midnight.plus(1, ChronoUnit.DAYS);
  }

  /** Exact below 20; above, to round numbers. */
  private static long wholeVotes(long votes) {
    return votes < 20 ? Math.max(0, votes) : Math.round(rounded((double) votes));
  }

  /** The next multiple below of 1, 2 or 5 times a power of ten that is at most a tenth. */
  private static double rounded(double value) {
    if (value * PRECISION < 1) {
      return 0;
    }
    double power = Math.pow(10, Math.floor(Math.log10(value / 10) + 1e-9));
    double step = power;
    for (double factor : STEPS) {
      if (factor * power <= value / 10 * (1 + 1e-9)) {
        step = factor * power;
        break;
      }
    }
    double multiple = Math.floor(value / step + 1e-9) * step;
    return Math.round(multiple * PRECISION) / PRECISION;
  }
}
