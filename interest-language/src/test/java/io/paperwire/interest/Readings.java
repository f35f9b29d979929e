package io.paperwire.interest;

import io.paperwire.interest.Clause.Scope;
import io.paperwire.interest.Clause.Words;
import io.paperwire.topics.Vocabulary;

/** Texts, as the parsers read them. */
final class Readings {

  private static final InterestParser STRICT = InterestParser.of(Vocabulary.load());
  private static final InterestParser LENIENT = InterestParser.ofAnyTopic();

  private Readings() {}

  static Words words(String text) {
    return new Words(Scope.ANYWHERE, text);
  }

  static Expression parsed(String text) {
    return understood(STRICT, text);
  }

  /** As it is read where it was accepted before. */
  static Expression accepted(String text) {
    return understood(LENIENT, text);
  }

  static SyntaxError refused(String text) {
    return refused(STRICT, text);
  }

  /** Refused even where it was accepted before. */
  static SyntaxError neverAccepted(String text) {
    return refused(LENIENT, text);
  }

  private static Expression understood(InterestParser parser, String text) {
    return switch (parser.parse(text)) {
      case Reading.Understood(Expression expression) -> expression;
      case Reading.Refused(SyntaxError error) -> throw new AssertionError(error.describe(text));
    };
  }

  private static SyntaxError refused(InterestParser parser, String text) {
    return switch (parser.parse(text)) {
      case Reading.Understood(Expression expression) ->
          throw new AssertionError("read as " + expression);
      case Reading.Refused(SyntaxError error) -> error;
    };
  }
}
