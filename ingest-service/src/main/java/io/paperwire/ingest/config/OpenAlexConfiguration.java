package io.paperwire.ingest.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * OpenAlex.
 *
 * @param filter which works, in OpenAlex's words, for example {@code type:preprint}; needed, since
 *     all of OpenAlex is a quarter of a million works a week
 * @param date the date that lists go by: {@code publication}, or {@code created}, which needs a key
 * @param apiKey key for more requests; stays out of logs
 * @param mailto address for the polite pool; none where empty
 * @param baseUrl where the API is
 * @param pollInterval how often it is asked what is new
 * @param requestInterval least time between two requests
 * @param lookback how old a work may be, when this source is read for the first time, to be new
 */
@ConfigurationProperties("paperwire.ingest.openalex")
@Requires(property = "paperwire.ingest.openalex.enabled", value = "true")
public record OpenAlexConfiguration(
    @Bindable(defaultValue = "") String filter,
    @Bindable(defaultValue = "publication") String date,
    @Bindable(defaultValue = "") String apiKey,
    @Bindable(defaultValue = "") String mailto,
    @Bindable(defaultValue = "https://api.openalex.org") URI baseUrl,
    @Bindable(defaultValue = "6h") Duration pollInterval,
    @Bindable(defaultValue = "500ms") Duration requestInterval,
    @Bindable(defaultValue = "3d") Duration lookback) {

  private static final String PREFIX = "paperwire.ingest.openalex.";
  private static final Pattern DATE = Pattern.compile("publication|created");

  public OpenAlexConfiguration {
    if (filter.isBlank()) {
      throw new IllegalArgumentException(
          PREFIX + "filter is empty: name one, such as type:preprint,primary_topic.field.id:17");
    }
    if (!DATE.matcher(date).matches()) {
      throw new IllegalArgumentException(
          PREFIX + "date is '" + date + "', but must be publication or created");
    }
    HttpAddress.require(PREFIX + "base-url", baseUrl);
    Intervals.require(PREFIX, pollInterval, requestInterval, lookback);
  }

  /** The configuration without the key. */
  @Override
  public String toString() {
    return "OpenAlex at " + baseUrl + ", " + filter;
  }
}
