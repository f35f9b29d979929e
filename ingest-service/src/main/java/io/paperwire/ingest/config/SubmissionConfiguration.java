package io.paperwire.ingest.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.paperwire.deployment.ApiKeys;
import java.util.List;

/**
 * Who may submit over HTTP.
 *
 * @param apiKeys SHA-256 of each key, in hexadecimal; the keys themselves are nowhere
 */
@ConfigurationProperties("paperwire.ingest")
public record SubmissionConfiguration(@Bindable(defaultValue = "") List<String> apiKeys) {

  public SubmissionConfiguration {
    apiKeys = List.copyOf(apiKeys);
    ApiKeys _ = keys(apiKeys);
  }

  /** The keys that let somebody submit. */
  public ApiKeys keys() {
    return keys(apiKeys);
  }

  private static ApiKeys keys(List<String> hashes) {
    return ApiKeys.of("paperwire.ingest.api-keys", hashes);
  }
}
