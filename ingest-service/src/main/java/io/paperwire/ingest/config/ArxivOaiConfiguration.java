package io.paperwire.ingest.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * arXiv's OAI-PMH server.
 *
 * @param sets which sets to harvest, for example {@code cs:cs:CL}; all of arXiv where empty
 * @param baseUrl where the server is
 * @param format in which records are asked for
 * @param pollInterval how often each set is asked what has changed
 * @param lookback how old the first version of a paper may be, when this source is read for the
 *     first time, for the paper to be new
 */
@ConfigurationProperties("paperwire.ingest.arxiv-oai")
@Requires(property = "paperwire.ingest.arxiv-oai.enabled", value = "true")
public record ArxivOaiConfiguration(
    @Bindable(defaultValue = "") List<String> sets,
    @Bindable(defaultValue = "https://oaipmh.arxiv.org/oai") URI baseUrl,
    @Bindable(defaultValue = "raw") Format format,
    @Bindable(defaultValue = "6h") Duration pollInterval,
    @Bindable(defaultValue = "5d") Duration lookback) {

  /** A metadata format. */
  public enum Format {
    /** {@code arXivRaw}: all versions with their dates. */
    RAW,
    /** {@code arXiv}: the current version, for mirrors that have no other. */
    CURRENT
  }

  private static final String PREFIX = "paperwire.ingest.arxiv-oai.";
  private static final Pattern SET = Pattern.compile("[a-z-]+(?::[A-Za-z-]+){0,2}");

  public ArxivOaiConfiguration {
    sets = sets.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
    for (String set : sets) {
      if (!SET.matcher(set).matches()) {
        throw new IllegalArgumentException(
            PREFIX + "sets names '" + set + "', which is no set such as cs:cs:CL");
      }
    }
    HttpAddress.require(PREFIX + "base-url", baseUrl);
    if (!pollInterval.isPositive() || lookback.isNegative()) {
      throw new IllegalArgumentException(
          PREFIX + "poll-interval must be positive, and lookback not negative");
    }
  }
}
