package io.paperwire.standalone.cli;

import io.paperwire.interest.Clause;
import io.paperwire.interest.Expression;
import java.util.Optional;
import java.util.stream.Stream;

/** What interests may ask for and no file of papers tells, so that it never holds there. */
enum Untold {
  /** How much attention a paper gets. */
  TRENDING("'trending' never holds here: a file does not tell how much attention a paper gets");

  private final String warning;

  Untold(String warning) {
    this.warning = warning;
  }

  /** What to tell whoever asks for it. */
  String warning() {
    return warning;
  }

  /** What of it an interest asks for, anywhere in it. */
  static Stream<Untold> in(Expression interest) {
    return Clauses.in(interest).flatMap(clause -> of(clause).stream());
  }

  private static Optional<Untold> of(Clause clause) {
    return switch (clause) {
      case Clause.Trending _ -> Optional.of(TRENDING);
      case Clause.Words _,
          Clause.Author _,
          Clause.Orcid _,
          Clause.Category _,
          Clause.Archive _,
          Clause.Topic _,
          Clause.Source _,
          Clause.Happened _,
          Clause.Contributes _,
          Clause.HasCode _ ->
          Optional.empty();
    };
  }
}
