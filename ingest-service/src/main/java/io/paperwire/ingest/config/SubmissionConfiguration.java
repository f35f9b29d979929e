package io.paperwire.ingest.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who may submit over HTTP.
 *
 * @param apiKeys SHA-256 of each key, in hexadecimal; the keys themselves are nowhere
 */
@ConfigurationProperties("paperwire.ingest")
public record SubmissionConfiguration(@Bindable(defaultValue = "") List<String> apiKeys) {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

  public SubmissionConfiguration {
    apiKeys = apiKeys.stream().map(String::strip).filter(key -> !key.isEmpty()).toList();
    for (int i = 0; i < apiKeys.size(); i++) {
      if (!SHA256.matcher(apiKeys.get(i)).matches()) {
        throw new IllegalArgumentException(
            "paperwire.ingest.api-keys, entry "
                + (i + 1)
                + ", is no SHA-256 in hexadecimal: make it with"
                + " printf %s \"$KEY\" | sha256sum");
      }
    }
  }
}
