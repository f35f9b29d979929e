package io.paperwire.ingest.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * arXiv's feeds.
 *
 * @param categories which categories to read, for example {@code cs.CL}
 * @param baseUrl where the feeds are
 * @param format which of the two feeds to read
 * @param pollInterval how often each category is asked
 */
@ConfigurationProperties("paperwire.ingest.arxiv-feed")
@Requires(property = "paperwire.ingest.arxiv-feed.enabled", value = "true")
public record ArxivFeedConfiguration(
    @Bindable(defaultValue = "") List<String> categories,
    @Bindable(defaultValue = "https://rss.arxiv.org") URI baseUrl,
    @Bindable(defaultValue = "rss") Format format,
    @Bindable(defaultValue = "15m") Duration pollInterval) {

  private static final String PREFIX = "paperwire.ingest.arxiv-feed.";
  private static final Pattern CATEGORY = Pattern.compile("[a-z]+(?:-[a-z]+)?(?:\\.[A-Za-z-]+)?");

  public ArxivFeedConfiguration {
    categories = categories.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
    if (categories.isEmpty()) {
      throw new IllegalArgumentException(
          PREFIX + "categories is empty: name at least one, such as cs.CL, or switch it off");
    }
    for (String category : categories) {
      if (!CATEGORY.matcher(category).matches()) {
        throw new IllegalArgumentException(
            PREFIX + "categories names '" + category + "', which is no category such as cs.CL");
      }
    }
    HttpAddress.require(PREFIX + "base-url", baseUrl);
    if (!pollInterval.isPositive()) {
      throw new IllegalArgumentException(
          PREFIX + "poll-interval must be positive, not " + pollInterval);
    }
  }

  /** The two feeds, which say the same. */
  public enum Format {
    /** RSS 2.0. */
    RSS,
    /** Atom (RFC 4287). */
    ATOM
  }
}
