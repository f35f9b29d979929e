package io.paperwire.interest;

import java.util.List;

/** What a paper has to meet: clauses, joined by AND, OR and NOT. */
public sealed interface Expression permits Expression.All, Expression.Any, Expression.Not, Clause {

  /**
   * Every part holds.
   *
   * @param parts at least two
   */
  record All(List<Expression> parts) implements Expression {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if there are less than two
     */
    public All {
      parts = severalParts(parts);
    }
  }

  /**
   * At least one part holds.
   *
   * @param parts at least two
   */
  record Any(List<Expression> parts) implements Expression {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if there are less than two
     */
    public Any {
      parts = severalParts(parts);
    }
  }

  /**
   * The part does not hold.
   *
   * @param part what must not hold
   */
  record Not(Expression part) implements Expression {}

  private static List<Expression> severalParts(List<Expression> parts) {
    if (parts.size() < 2) {
      throw new IllegalArgumentException("AND and OR join at least two parts, not " + parts.size());
    }
    return List.copyOf(parts);
  }
}
