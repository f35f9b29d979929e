package io.paperwire.notify.web.catalogue;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The configuration {@code paperwire.web.catalogue}.
 *
 * @param trendHalfLife the half-life of attention that {@code Trend.rate} was measured with; papers
 *     measured at different times are compared by it
 */
@ConfigurationProperties("paperwire.web.catalogue")
public record CatalogueSettings(@Bindable(defaultValue = "48h") Duration trendHalfLife) {

  public CatalogueSettings {
    if (!trendHalfLife.isPositive()) {
      throw new IllegalArgumentException(
          "paperwire.web.catalogue.trend-half-life must be positive, not " + trendHalfLife);
    }
  }
}
