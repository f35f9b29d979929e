package io.paperwire.ingest.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * bioRxiv and medRxiv.
 *
 * @param servers which of the two to read
 * @param baseUrl where the API is
 * @param pollInterval how often each server is asked what is new
 * @param requestInterval least time between two requests
 * @param lookback how old a paper may be, when this source is read for the first time, to be new
 */
@ConfigurationProperties("paperwire.ingest.biorxiv")
@Requires(property = "paperwire.ingest.biorxiv.enabled", value = "true")
public record BiorxivConfiguration(
    @Bindable(defaultValue = "biorxiv,medrxiv") List<String> servers,
    @Bindable(defaultValue = "https://api.biorxiv.org") URI baseUrl,
    @Bindable(defaultValue = "2h") Duration pollInterval,
    @Bindable(defaultValue = "2s") Duration requestInterval,
    @Bindable(defaultValue = "3d") Duration lookback) {

  private static final String PREFIX = "paperwire.ingest.biorxiv.";
  private static final Set<String> SERVERS = Set.of("biorxiv", "medrxiv");

  public BiorxivConfiguration {
    servers = servers.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
    if (servers.isEmpty() || !SERVERS.containsAll(servers)) {
      throw new IllegalArgumentException(
          PREFIX + "servers names " + servers + ", but must name biorxiv, medrxiv or both");
    }
    HttpAddress.require(PREFIX + "base-url", baseUrl);
    Intervals.require(PREFIX, pollInterval, requestInterval, lookback);
  }
}
