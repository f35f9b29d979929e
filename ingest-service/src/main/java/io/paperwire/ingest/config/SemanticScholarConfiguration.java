package io.paperwire.ingest.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;

/**
 * Semantic Scholar, for citations.
 *
 * @param query which papers, in the words of its bulk search, for example {@code transformer |
 *     bert}
 * @param apiKey key for one request a second; stays out of logs; none where empty
 * @param baseUrl where the API is
 * @param pollInterval how often citations are counted
 * @param requestInterval least time between two requests
 * @param lookback how old a paper may be for its citations to be counted
 */
@ConfigurationProperties("paperwire.ingest.semantic-scholar")
@Requires(property = "paperwire.ingest.semantic-scholar.enabled", value = "true")
public record SemanticScholarConfiguration(
    @Bindable(defaultValue = "") String query,
    @Bindable(defaultValue = "") String apiKey,
    @Bindable(defaultValue = "https://api.semanticscholar.org") URI baseUrl,
    @Bindable(defaultValue = "24h") Duration pollInterval,
    @Bindable(defaultValue = "1100ms") Duration requestInterval,
    @Bindable(defaultValue = "365d") Duration lookback) {

  private static final String PREFIX = "paperwire.ingest.semantic-scholar.";

  public SemanticScholarConfiguration {
    if (query.isBlank()) {
      throw new IllegalArgumentException(
          PREFIX + "query is empty: say which papers, in words such as transformer | bert");
    }
    HttpAddress.require(PREFIX + "base-url", baseUrl);
    Intervals.require(PREFIX, pollInterval, requestInterval, lookback);
  }

  /** The configuration without the key. */
  @Override
  public String toString() {
    return "Semantic Scholar at " + baseUrl + ", " + query;
  }
}
