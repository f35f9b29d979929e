package io.paperwire.enrich.trend;

import io.paperwire.schemas.Trend;
import io.paperwire.schemas.TrendState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Works out the trend of a paper from the attention that it got. */
public final class Trends {

  private static final double PRECISION = 10_000;

  private final TrendSettings settings;

  /** Trends by the given settings. */
  public Trends(TrendSettings settings) {
    this.settings = settings;
  }

  /**
   * The trend of a paper at the end of the last hour in which it got attention.
   *
   * @param firstSeenAt stands for that hour while there is no attention
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
    return Trend.newBuilder()
        .setVotes(Math.max(0, attention.votes()))
        .setRate(Math.round(rate * PRECISION) / PRECISION)
        .setAsOf(asOf)
        .setState(trending ? TrendState.TRENDING : TrendState.QUIET)
        .build();
  }
}
