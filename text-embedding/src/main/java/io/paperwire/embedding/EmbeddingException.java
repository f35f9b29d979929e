package io.paperwire.embedding;

/** A model that cannot be loaded or that fails on a text. */
public final class EmbeddingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EmbeddingException(String message, Throwable cause) {
    super(message, cause);
  }
}
