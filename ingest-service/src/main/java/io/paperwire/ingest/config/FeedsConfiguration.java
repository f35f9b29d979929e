package io.paperwire.ingest.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Any feeds in RSS or Atom, of journals, conferences and laboratories.
 *
 * @param urls where they are
 * @param pollInterval how often each is asked
 * @param requestInterval least time between two requests to one host
 * @param lookback how old an item may be, when its feed is read for the first time, to be new
 */
@ConfigurationProperties("paperwire.ingest.feeds")
@Requires(property = "paperwire.ingest.feeds.enabled", value = "true")
public record FeedsConfiguration(
    @Bindable(defaultValue = "") List<URI> urls,
    @Bindable(defaultValue = "1h") Duration pollInterval,
    @Bindable(defaultValue = "5s") Duration requestInterval,
    @Bindable(defaultValue = "7d") Duration lookback) {

  private static final String PREFIX = "paperwire.ingest.feeds.";

  public FeedsConfiguration {
    urls = List.copyOf(urls);
    if (urls.isEmpty()) {
      throw new IllegalArgumentException(
          PREFIX + "urls is empty: name at least one feed, or switch it off");
    }
    urls.forEach(url -> HttpAddress.require(PREFIX + "urls", url));
    Intervals.require(PREFIX, pollInterval, requestInterval, lookback);
  }
}
