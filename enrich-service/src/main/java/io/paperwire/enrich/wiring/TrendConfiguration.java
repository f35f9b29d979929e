package io.paperwire.enrich.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.paperwire.enrich.trend.TrendSettings;
import java.time.Duration;

/**
 * When a paper is trending.
 *
 * @param halfLife after so long a vote counts half
 * @param trendingFrom the decayed number of votes from which a quiet paper is trending
 * @param quietBelow the number below which a trending paper is quiet again
 */
@ConfigurationProperties("paperwire.trend")
public record TrendConfiguration(
    @Bindable(defaultValue = "2d") Duration halfLife,
    @Bindable(defaultValue = "10") double trendingFrom,
    @Bindable(defaultValue = "5") double quietBelow) {

  /** The same, checked. */
  TrendSettings settings() {
    return new TrendSettings(halfLife, trendingFrom, quietBelow);
  }
}
