package io.paperwire.ingest.config;

import java.time.Duration;

/** Checks the times that every list of papers is asked by. */
final class Intervals {

  private Intervals() {}

  /**
   * Makes sure that the times can work.
   *
   * @param prefix of the keys
   * @throws IllegalArgumentException if they cannot
   */
  static void require(
      String prefix, Duration pollInterval, Duration requestInterval, Duration lookback) {
    if (!pollInterval.isPositive() || !requestInterval.isPositive() || lookback.isNegative()) {
      throw new IllegalArgumentException(
          prefix + "poll-interval and request-interval must be positive, lookback not negative");
    }
  }
}
