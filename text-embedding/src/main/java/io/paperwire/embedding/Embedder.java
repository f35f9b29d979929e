package io.paperwire.embedding;

import java.util.List;

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

  /** Gives the memory back. Nothing may be embedded any more. */
  @Override
  void close();
}
