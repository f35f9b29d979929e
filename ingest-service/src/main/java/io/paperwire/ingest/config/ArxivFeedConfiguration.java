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
 * @param contact mail address or page under which arXiv can reach whoever runs this; stands in the
 *     User-Agent, as arXiv asks
 * @param baseUrl where the feeds are
 * @param format which of the two feeds to read
 * @param pollInterval how often each category is asked
 * @param requestInterval least time between any two requests; arXiv asks for 3 seconds
 * @param timeout longest time for one answer
 * @param maxBytes largest answer
 */
@ConfigurationProperties("paperwire.ingest.arxiv-feed")
@Requires(property = "paperwire.ingest.arxiv-feed.enabled", value = "true")
public record ArxivFeedConfiguration(
    @Bindable(defaultValue = "") List<String> categories,
    @Bindable(defaultValue = "") String contact,
    @Bindable(defaultValue = "https://rss.arxiv.org") URI baseUrl,
    @Bindable(defaultValue = "rss") Format format,
    @Bindable(defaultValue = "15m") Duration pollInterval,
    @Bindable(defaultValue = "3s") Duration requestInterval,
    @Bindable(defaultValue = "15s") Duration timeout,
    @Bindable(defaultValue = "16777216") int maxBytes) {

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
    if (contact.isBlank()) {
      throw new IllegalArgumentException(
          PREFIX + "contact is empty: arXiv asks for an address under which you can be reached");
    }
    if (!"http".equals(baseUrl.getScheme()) && !"https".equals(baseUrl.getScheme())) {
      throw new IllegalArgumentException(PREFIX + "base-url is no http address: " + baseUrl);
    }
    if (!pollInterval.isPositive() || !timeout.isPositive() || !requestInterval.isPositive()) {
      throw new IllegalArgumentException(PREFIX + "intervals and timeout must be positive");
    }
    if (maxBytes < 1) {
      throw new IllegalArgumentException(PREFIX + "max-bytes must be at least 1, not " + maxBytes);
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
