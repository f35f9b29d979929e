package io.paperwire.enrich.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.paperwire.embedding.EmbedderSettings;
import io.paperwire.embedding.EmbeddingModel;
import io.paperwire.embedding.PackagedModel;

/**
 * How papers get their vectors.
 *
 * @param enabled whether this instance works vectors out
 * @param model name of the embedding model; under another one all papers get new vectors
 * @param maxTokens tokens after which a text is cut, 8 to 512
 * @param threads texts that are worked on at the same time
 */
@ConfigurationProperties("paperwire.vectors")
public record VectorsConfiguration(
    @Bindable(defaultValue = "true") boolean enabled,
    @Bindable(defaultValue = "all-minilm-l6-v2-q") String model,
    @Bindable(defaultValue = "256") int maxTokens,
    @Bindable(defaultValue = "1") int threads) {

  PackagedModel packaged() {
    return PackagedModel.named(model);
  }

  EmbeddingModel embeddingModel() {
    return packaged().model(maxTokens);
  }

  EmbedderSettings settings() {
    return new EmbedderSettings(maxTokens, threads);
  }
}
