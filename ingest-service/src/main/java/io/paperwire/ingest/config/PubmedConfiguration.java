package io.paperwire.ingest.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;

/**
 * PubMed.
 *
 * @param query which articles, in PubMed's words, for example {@code machine learning[tiab]};
 *     needed, since all of PubMed is some thousand articles a day
 * @param apiKey key for more requests; stays out of logs
 * @param mailto address that goes along with requests; none where empty
 * @param baseUrl where the E-utilities are
 * @param pollInterval how often it is asked what is new
 * @param requestInterval least time between two requests; zero for what PubMed allows, 3 a second,
 *     or 10 with a key
 * @param lookback how long an article may be in PubMed, when this source is read for the first
 *     time, to be new
 */
@ConfigurationProperties("paperwire.ingest.pubmed")
@Requires(property = "paperwire.ingest.pubmed.enabled", value = "true")
public record PubmedConfiguration(
    @Bindable(defaultValue = "") String query,
    @Bindable(defaultValue = "") String apiKey,
    @Bindable(defaultValue = "") String mailto,
    @Bindable(defaultValue = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils") URI baseUrl,
    @Bindable(defaultValue = "6h") Duration pollInterval,
    @Bindable(defaultValue = "0s") Duration requestInterval,
    @Bindable(defaultValue = "3d") Duration lookback) {

  private static final String PREFIX = "paperwire.ingest.pubmed.";
  private static final Duration WITHOUT_KEY = Duration.ofMillis(340);
  private static final Duration WITH_KEY = Duration.ofMillis(105);

  public PubmedConfiguration {
    if (query.isBlank()) {
      throw new IllegalArgumentException(
          PREFIX + "query is empty: say which articles, such as machine learning[tiab]");
    }
    HttpAddress.require(PREFIX + "base-url", baseUrl);
    if (requestInterval.isZero()) {
      requestInterval = apiKey.isBlank() ? WITHOUT_KEY : WITH_KEY;
    }
    Intervals.require(PREFIX, pollInterval, requestInterval, lookback);
  }

  /** The configuration without the key. */
  @Override
  public String toString() {
    return "PubMed at " + baseUrl + ", " + query;
  }
}
