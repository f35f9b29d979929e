package io.paperwire.interest;

/** How large an interest may be. Whoever needs more has several interests. */
public final class Limits {

  /** UTF-16 units of the text of an interest. */
  public static final int LONGEST_TEXT = 4_000;

  /** UTF-16 units of one phrase or name. */
  public static final int LONGEST_PHRASE = 200;

  /** Clauses of an interest. */
  public static final int MOST_CLAUSES = 100;

  /** Brackets and NOTs that may stand inside one another. */
  public static final int DEEPEST = 20;

  private Limits() {}
}
