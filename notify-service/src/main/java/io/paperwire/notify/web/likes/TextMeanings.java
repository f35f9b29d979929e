package io.paperwire.notify.web.likes;

import io.micronaut.context.annotation.Value;
import io.paperwire.embedding.Embedder;
import io.paperwire.embedding.EmbedderSettings;
import io.paperwire.embedding.EmbeddingModel;
import io.paperwire.embedding.Int8Vector;
import io.paperwire.embedding.OnnxEmbedder;
import io.paperwire.embedding.PackagedModel;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.catalogue.StoredVector;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Works out what texts mean, with the model that papers get their vectors from. It is loaded when
 * the first text comes.
 */
@Singleton
@WebRole
public class TextMeanings {

  private final Embedder embedder;

  /**
   * Made by Micronaut.
   *
   * @param model the model that enrich-service is configured for
   * @param maxTokens tokens after which it cuts texts
   */
  public TextMeanings(
      @Value("${paperwire.vectors.model:all-minilm-l6-v2-q}") String model,
      @Value("${paperwire.vectors.max-tokens:256}") int maxTokens) {
    PackagedModel packaged = PackagedModel.named(model);
    EmbedderSettings settings = new EmbedderSettings(maxTokens, 1);
    this.embedder =
        Embedder.loadedOnDemand(
            packaged.model(maxTokens), () -> OnnxEmbedder.open(packaged, settings));
  }

  /** What texts mean, in their order. */
  List<StoredVector> of(List<String> texts) {
    EmbeddingModel model = embedder.model();
    return embedder.embed(texts).stream()
        .map(Int8Vector::of)
        .map(
            vector ->
                new StoredVector(model.name(), model.version(), vector.scale(), vector.values()))
        .toList();
  }

  @PreDestroy
  void close() {
    embedder.close();
  }
}
