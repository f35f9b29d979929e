package io.paperwire.interest;

/** Carries an error from where it is found to the parser's entry; never leaves the package. */
final class SyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient SyntaxError error;

  SyntaxException(int position, String problem, String expected) {
    super(problem, null, false, false);
    this.error = new SyntaxError(position, problem, expected);
  }

  SyntaxError error() {
    return error;
  }
}
