package io.paperwire.ingest.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * arXiv's API, for gaps.
 *
 * @param categories which categories to search, for example {@code cs.CL}
 * @param baseUrl where the API is
 * @param pollInterval how often each category is searched
 * @param lookback how old a paper may be, when this source is read for the first time, to be new
 */
@ConfigurationProperties("paperwire.ingest.arxiv-api")
@Requires(property = "paperwire.ingest.arxiv-api.enabled", value = "true")
public record ArxivApiConfiguration(
    @Bindable(defaultValue = "") List<String> categories,
    @Bindable(defaultValue = "https://export.arxiv.org") URI baseUrl,
    @Bindable(defaultValue = "12h") Duration pollInterval,
    @Bindable(defaultValue = "5d") Duration lookback) {

  private static final String PREFIX = "paperwire.ingest.arxiv-api.";
  private static final Pattern CATEGORY = Pattern.compile("[a-z]+(?:-[a-z]+)?(?:\\.[A-Za-z-]+)?");

  public ArxivApiConfiguration {
    categories = categories.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
    if (categories.isEmpty()
        || !categories.stream().allMatch(name -> CATEGORY.matcher(name).matches())) {
      throw new IllegalArgumentException(
          PREFIX + "categories names " + categories + ", but must name some such as cs.CL");
    }
    HttpAddress.require(PREFIX + "base-url", baseUrl);
    Intervals.require(PREFIX, pollInterval, pollInterval, lookback);
  }
}
