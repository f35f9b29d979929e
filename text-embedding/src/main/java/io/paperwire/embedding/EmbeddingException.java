package io.paperwire.embedding;

import java.io.InterruptedIOException;

/** A model that cannot be loaded or that fails on a text. */
public final class EmbeddingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Nothing is wrong with the text; as after an interruption. */
  static EmbeddingException closed(EmbeddingModel model) {
    return new EmbeddingException(
        model.name() + " is closed", new InterruptedIOException("nothing is embedded any more"));
  }

  EmbeddingException(String message, Throwable cause) {
    super(message, cause);
  }
}
