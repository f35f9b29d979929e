package io.paperwire.streams;

/** Work that failed however often it was tried. The cause is what it failed with at last. */
final class RepeatedFailure extends RuntimeException {

  private final int attempts;

  RepeatedFailure(int attempts, RuntimeException last) {
    super(last.getMessage() + " (" + attempts + " attempts)", last);
    this.attempts = attempts;
  }

  /** How often work was tried that failed so. */
  static int attempts(Throwable failure) {
    return failure instanceof RepeatedFailure repeated ? repeated.attempts : 1;
  }

  /** What the work itself failed with. */
  static Throwable itself(Throwable failure) {
    return failure instanceof RepeatedFailure && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
