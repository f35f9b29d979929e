package io.paperwire.interest;

/** What came of reading a text. */
public sealed interface Reading {

  /**
   * It is an interest.
   *
   * @param expression what it asks for
   */
  record Understood(Expression expression) implements Reading {}

  /**
   * It is none.
   *
   * @param error why
   */
  record Refused(SyntaxError error) implements Reading {}
}
