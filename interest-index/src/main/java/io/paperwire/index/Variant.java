package io.paperwire.index;

import io.paperwire.interest.Clause.Scope;

/**
 * How a phrase has to stand in a text, as a number from 0 to 11: where, whether in capitals, and
 * whether it is a single word, which words that merely follow one another do not make up.
 */
final class Variant {

  private static final int CAPITALS = 2;
  private static final int SINGLE = 1;

  private Variant() {}

  static int of(Scope scope, boolean capitals, boolean single) {
    return number(scope) * 4 + (capitals ? CAPITALS : 0) + (single ? SINGLE : 0);
  }

  /** Whether a run of words in a text is where the phrase has to be. */
  static boolean agreesWithScope(int variant, Scope where) {
    int scope = variant >>> 2;
    return scope == number(Scope.ANYWHERE) || scope == number(where);
  }

  private static int number(Scope scope) {
    return switch (scope) {
      case ANYWHERE -> 0;
      case TITLE -> 1;
      case ABSTRACT -> 2;
    };
  }

  static boolean needsCapitals(int variant) {
    return (variant & CAPITALS) != 0;
  }

  /** Whether words with loose ends, see {@link ReadText}, are none of it. */
  static boolean needsOneWord(int variant) {
    return (variant & SINGLE) != 0;
  }
}
