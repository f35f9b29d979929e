package io.paperwire.ingest.backoff;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Growing, jittered delays: the delay doubles with each failure, and a random half of it is taken
 * off, so that many who fail together do not come back together.
 *
 * @param first the longest delay after the first failure
 * @param longest the longest delay of all
 */
public record Backoff(Duration first, Duration longest) {

  private static final int MAX_DOUBLINGS = 30;

  public Backoff {
    if (!first.isPositive() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "delays must be positive and grow, not from " + first + " to " + longest);
    }
  }

  /**
   * The delay before the next try.
   *
   * @param failures how many tries failed in a row, from 1
   * @param random where the jitter comes from
   */
  public Duration delay(int failures, RandomGenerator random) {
    long doubled = first.toMillis() << Math.min(failures - 1, MAX_DOUBLINGS);
    long ceiling = doubled < 0 ? longest.toMillis() : Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(ceiling - random.nextLong(ceiling / 2 + 1));
  }
}
