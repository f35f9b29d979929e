package io.paperwire.ingest.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;

/**
 * Crossref's posted content: preprints.
 *
 * @param filter further filter in Crossref's words, for example {@code prefix:10.31234}; all posted
 *     content where empty
 * @param mailto address for the polite pool; none where empty
 * @param baseUrl where the API is
 * @param pollInterval how often it is asked what has changed
 * @param requestInterval least time between two requests; what Crossref tells of its limits is kept
 * @param lookback how old a paper may be, when this source is read for the first time, to be new
 */
@ConfigurationProperties("paperwire.ingest.crossref")
@Requires(property = "paperwire.ingest.crossref.enabled", value = "true")
public record CrossrefConfiguration(
    @Bindable(defaultValue = "") String filter,
    @Bindable(defaultValue = "") String mailto,
    @Bindable(defaultValue = "https://api.crossref.org") URI baseUrl,
    @Bindable(defaultValue = "6h") Duration pollInterval,
    @Bindable(defaultValue = "1s") Duration requestInterval,
    @Bindable(defaultValue = "3d") Duration lookback) {

  private static final String PREFIX = "paperwire.ingest.crossref.";

  public CrossrefConfiguration {
    HttpAddress.require(PREFIX + "base-url", baseUrl);
    Intervals.require(PREFIX, pollInterval, requestInterval, lookback);
  }
}
