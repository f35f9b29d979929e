package io.paperwire.notify.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * What the catalogue and the order of digests have to know of the configuration {@code
 * paperwire.trend}, which enrich and notify have in common.
 *
 * @param halfLife after so long a vote counts half: {@code Trend.rate} was measured with it, and
 *     papers measured at different times are compared by it
 */
@ConfigurationProperties("paperwire.trend")
public record TrendConfiguration(@Bindable(defaultValue = "2d") Duration halfLife) {

  public TrendConfiguration {
    if (!halfLife.isPositive()) {
      throw new IllegalArgumentException(
          "paperwire.trend.half-life must be positive, not " + halfLife);
    }
  }
}
