package io.paperwire.enrich.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import io.paperwire.enrich.writing.WritingSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where summaries are written. Without an endpoint none are.
 *
 * @param endpoint base address of an API in the manner of OpenAI's
 * @param model name of the model there
 * @param timeout longest time for an answer
 * @param concurrency papers that are asked for at the same time
 */
@ConfigurationProperties("paperwire.summaries")
@Requires(property = "paperwire.summaries.endpoint")
public record SummariesConfiguration(
    URI endpoint,
    @Bindable(defaultValue = "") String model,
    @Bindable(defaultValue = "20s") Duration timeout,
    @Bindable(defaultValue = "2") int concurrency) {

  /** The only place where the key may stand, so that no file and no command line has it. */
  private static final String KEY = "PAPERWIRE_SUMMARIES_API_KEY";

  /** The same with the key, checked. */
  WritingSettings settings() {
    Optional<String> key =
        Optional.ofNullable(System.getenv(KEY))
            .map(String::strip)
            .filter(value -> !value.isEmpty());
    return new WritingSettings(endpoint, model, key, timeout, concurrency);
  }
}
