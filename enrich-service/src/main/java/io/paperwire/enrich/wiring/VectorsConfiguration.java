package io.paperwire.enrich.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.paperwire.embedding.Embedder;
import io.paperwire.embedding.EmbedderSettings;
import io.paperwire.embedding.EmbeddingException;
import io.paperwire.embedding.EmbeddingModel;
import io.paperwire.embedding.OnnxEmbedder;
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

  private PackagedModel packaged() {
    return PackagedModel.named(model);
  }

  EmbeddingModel embeddingModel() {
    return packaged().model(maxTokens);
  }

  /**
   * Loads the model.
   *
   * @throws IllegalStateException if it cannot be loaded; the message says what to do
   */
  Embedder open() {
    try {
      return OnnxEmbedder.open(packaged(), new EmbedderSettings(maxTokens, threads));
    } catch (IllegalStateException | EmbeddingException failure) {
      throw new IllegalStateException(
          "paperwire.vectors.model is %s, which cannot be loaded: %s"
              .formatted(model, failure.getMessage()),
          failure);
    }
  }
}
