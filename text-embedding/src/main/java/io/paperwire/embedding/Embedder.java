package io.paperwire.embedding;

import java.util.List;
import java.util.function.Supplier;

/**
 * Turns texts into vectors. May be used by many threads; holds native memory until it is closed.
 *
 * <p>The vector of a text depends on the text and the {@link #model()} alone.
 */
public interface Embedder extends AutoCloseable {

  /** What makes the vectors. */
  EmbeddingModel model();

  /**
   * One vector for each text, in the order of the texts: {@link EmbeddingModel#dimensions()}
   * components, of length 1. A text without a single word has a vector too.
   *
   * @param texts any number; more at once let all processors work
   * @throws EmbeddingException if the model fails
   */
  List<float[]> embed(List<String> texts);

  /** The vector of one text. */
  default float[] embed(String text) {
    return embed(List.of(text)).getFirst();
  }

  /**
   * An embedder that loads its model when the first text comes, so that a program that embeds
   * nothing pays nothing.
   *
   * @param model what it will make its vectors with
   * @param opening loads it
   */
  static Embedder loadedOnDemand(EmbeddingModel model, Supplier<? extends Embedder> opening) {
    return new LoadedOnDemand(model, opening);
  }

  /** Gives the memory back. Nothing may be embedded any more. */
  @Override
  void close();
}
