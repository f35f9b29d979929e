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
    Course course = course(attention);
    return Trend.newBuilder()
        .setVotes(wholeVotes(attention.votes()))
        .setRate(rounded(course.rate()))
        .setAsOf(course.day().orElse(firstSeenAt))
        .setState(course.trending() ? TrendState.TRENDING : TrendState.QUIET)
        .build();
  }

  /**
   * When a paper stops trending if it gets no more attention: never earlier, and later only by what
   * it takes a rate to lose a tenth. It is worked out from the least rate that would be told as a
   * higher one, so it changes no more often than the rate that is told.
   *
   * @return nothing if it is not trending
   */
  public Optional<Instant> until(Attention attention) {
    Course course = course(attention);
    return course.day().filter(_ -> course.trending()).map(day -> until(course.rate(), day));
  }

  private Instant until(double rate, Instant day) {
    double least = Math.max(rate, Double.MIN_NORMAL);
    double step = step(least);
    double most = (multiples(least, step) + 1) * step;
    double halfLives = Math.log(most / settings.quietBelow()) / Math.log(2);
    long left = (long) Math.ceil(halfLives * settings.halfLife().toMillis());
    return roundedUp(day.plusMillis(left), ChronoUnit.MINUTES);
  }

  /**
   * What the attention of a paper came to.
   *
   * @param day the end of the last day on which it got any; empty if it never did
   * @param rate exactly, at the end of that day
   * @param trending since its last attention
   */
  private record Course(Optional<Instant> day, double rate, boolean trending) {}

  private Course course(Attention attention) {
    double rate = 0;
    Optional<Instant> asOf = Optional.empty();
    boolean trending = false;
    for (Map.Entry<Long, Long> hour : attention.byHour().entrySet()) {
      Instant end = Attention.end(hour.getKey());
      double decayed = decayed(rate, asOf, end);
      trending = trending && decayed >= settings.quietBelow();
      rate = Math.max(0, decayed + hour.getValue());
      trending = trending ? rate >= settings.quietBelow() : rate >= settings.trendingFrom();
      asOf = Optional.of(end);
    }
    Optional<Instant> day = asOf.map(end -> roundedUp(end, ChronoUnit.DAYS));
    return new Course(day, day.isEmpty() ? 0 : decayed(rate, asOf, day.get()), trending);
  }

  private double decayed(double rate, Optional<Instant> asOf, Instant at) {
    return asOf.map(from -> rate * settings.decay(Duration.between(from, at))).orElse(0.0);
  }

  /** The next whole unit, or the instant if it is one: midnight after it, for days. */
  private static Instant roundedUp(Instant instant, ChronoUnit unit) {
    Instant before = instant.truncatedTo(unit);
    return before.equals(instant) ? instant : before.plus(1, unit);
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
    double step = step(value);
    return Math.round(multiples(value, step) * step * PRECISION) / PRECISION;
  }

  private static double multiples(double value, double step) {
    return Math.floor(value / step + 1e-9);
  }

  /** 1, 2 or 5 times a power of ten: the greatest that is at most a tenth. */
  private static double step(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value / 10) + 1e-9));
    for (double factor : STEPS) {
      if (factor * power <= value / 10 * (1 + 1e-9)) {
        return factor * power;
      }
    }
    return power;
  }
}
