package io.paperwire.embedding;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Loads another embedder when the first text comes. */
final class LoadedOnDemand implements Embedder {

  private final EmbeddingModel model;
  private final Supplier<? extends Embedder> opening;
  private @Nullable Embedder loaded;
  private boolean closed;

  LoadedOnDemand(EmbeddingModel model, Supplier<? extends Embedder> opening) {
    this.model = model;
    this.opening = opening;
  }

  @Override
  public EmbeddingModel model() {
    return model;
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    return texts.isEmpty() ? List.of() : loaded().embed(texts);
  }

  private synchronized Embedder loaded() {
    if (closed) {
      throw EmbeddingException.closed(model);
    }
    if (loaded == null) {
      loaded = opening.get();
    }
    return loaded;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (loaded != null) {
      loaded.close();
      loaded = null;
    }
  }
}
