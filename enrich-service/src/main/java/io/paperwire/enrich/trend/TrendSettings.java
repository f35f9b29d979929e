package io.paperwire.enrich.trend;

import java.time.Duration;

/**
 * When a paper is trending.
 *
 * @param halfLife after so long a signal counts half
 * @param trendingFrom the rate from which a quiet paper is trending
 * @param quietBelow the rate below which a trending paper is quiet again
 */
public record TrendSettings(Duration halfLife, double trendingFrom, double quietBelow) {

  public TrendSettings {
    if (!halfLife.isPositive()) {
      throw new IllegalArgumentException(
          "paperwire.trend.half-life must be positive, not " + halfLife);
    }
    if (quietBelow <= 0 || quietBelow > trendingFrom) {
      throw new IllegalArgumentException(
          "paperwire.trend.quiet-below must be above 0 and not above trending-from ("
              + trendingFrom
              + "), not "
              + quietBelow);
    }
  }

  /** What {@code 2^(-age / halfLife)} is for an age. */
  double decay(Duration age) {
    return Math.pow(2, -((double) age.toMillis()) / halfLife.toMillis());
  }
}
