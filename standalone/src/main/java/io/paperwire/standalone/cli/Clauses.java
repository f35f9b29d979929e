package io.paperwire.standalone.cli;

import io.paperwire.interest.Clause;
import io.paperwire.interest.Expression;
import java.util.stream.Stream;

/** What an interest asks for. */
final class Clauses {

  private Clauses() {}

  /** All that stands anywhere in an interest, ruled out or not. */
  static Stream<Clause> in(Expression interest) {
    return switch (interest) {
      case Expression.All(var parts) -> parts.stream().flatMap(Clauses::in);
      case Expression.Any(var parts) -> parts.stream().flatMap(Clauses::in);
      case Expression.Not(Expression part) -> in(part);
      case Clause clause -> Stream.of(clause);
    };
  }
}
