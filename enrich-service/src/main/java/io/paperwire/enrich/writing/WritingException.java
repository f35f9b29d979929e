package io.paperwire.enrich.writing;

/** A summary that was not written. */
final class WritingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WritingException(String message) {
    super(message);
  }

  WritingException(String message, Throwable cause) {
    super(message, cause);
  }
}
