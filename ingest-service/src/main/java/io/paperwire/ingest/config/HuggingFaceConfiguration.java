package io.paperwire.ingest.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;

/**
 * Hugging Face's daily papers.
 *
 * @param baseUrl where the API is
 * @param pollInterval how often the lists are read through
 * @param days how many days' lists are read each time, today's included; lists fill and votes are
 *     given for some days
 * @param requestInterval least time between two requests; 500 in 5 minutes are allowed without a
 *     key
 */
@ConfigurationProperties("paperwire.ingest.hugging-face")
@Requires(property = "paperwire.ingest.hugging-face.enabled", value = "true")
public record HuggingFaceConfiguration(
    @Bindable(defaultValue = "https://huggingface.co") URI baseUrl,
    @Bindable(defaultValue = "30m") Duration pollInterval,
    @Bindable(defaultValue = "7") int days,
    @Bindable(defaultValue = "1s") Duration requestInterval) {

  private static final String PREFIX = "paperwire.ingest.hugging-face.";

  public HuggingFaceConfiguration {
    HttpAddress.require(PREFIX + "base-url", baseUrl);
    if (!pollInterval.isPositive() || !requestInterval.isPositive()) {
      throw new IllegalArgumentException(PREFIX + "intervals must be positive");
    }
    if (days < 1) {
      throw new IllegalArgumentException(PREFIX + "days must be at least 1, not " + days);
    }
  }
}
