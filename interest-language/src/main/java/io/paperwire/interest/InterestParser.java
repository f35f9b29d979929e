package io.paperwire.interest;

import io.paperwire.interest.Expression.All;
import io.paperwire.interest.Expression.Any;
import io.paperwire.interest.Expression.Not;
import io.paperwire.interest.FieldValues.Strictness;
import io.paperwire.interest.Lexer.Signs;
import io.paperwire.topics.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads interests.
 *
 * <pre>
 * interest = either END
 * either   = all { "OR" all }
 * all      = not { [ "AND" ] not }
 * not      = ( "NOT" | "-" ) not | primary
 * primary  = "(" either ")" | field ":" ( value | "(" either ")" ) | "trending" | words
 * </pre>
 *
 * <p>Inside the brackets of a field stand its values only, joined by AND, OR and NOT. A parser has
 * no state and may be used by several threads.
 */
public final class InterestParser {

  private final FieldValues values;
  private final List<Signs> readings;

  private InterestParser(FieldValues values, List<Signs> readings) {
    this.values = values;
    this.readings = readings;
  }

  /**
   * A parser for what people write: it refuses topics that are not in the vocabulary and categories
   * that arXiv does not have.
   */
  public static InterestParser of(Vocabulary vocabulary) {
    return new InterestParser(
        new FieldValues(Optional.of(vocabulary), Strictness.STRICT), List.of(Signs.ALL));
  }

  /**
   * A parser for what was accepted before: it takes any topic and any category, and what is refused
   * today because it may be misread, because these change and an interest stays. A text means what
   * it means to who writes it today; only one that would be refused so is read as at first.
   */
  public static InterestParser ofAnyTopic() {
    return new InterestParser(
        new FieldValues(Optional.empty(), Strictness.LENIENT),
        List.of(Signs.ALL, Signs.ALL_JOINING, Signs.FIRST));
  }

  /** Reads an interest. */
  public Reading parse(String text) {
    return readings.stream()
        .map(signs -> read(text, signs))
        .filter(reading -> reading instanceof Reading.Understood)
        .findFirst()
        .orElseGet(() -> read(text, readings.getFirst()));
  }

  private Reading read(String text, Signs signs) {
    try {
      return new Reading.Understood(new Descent(text, signs).interest());
    } catch (SyntaxException refused) {
      return new Reading.Refused(refused.error());
    }
  }

  /** One run over one text. */
  private final class Descent {

    private final String text;
    private final Lexer lexer;
    private Token token;
    private Optional<Field> scope = Optional.empty();
    private int depth;
    private int clauses;

    Descent(String text, Signs signs) {
      if (text.length() > Limits.LONGEST_TEXT) {
        throw new SyntaxException(
            Limits.LONGEST_TEXT,
            "the interest has " + text.length() + " characters",
            "at most " + Limits.LONGEST_TEXT);
      }
      this.text = text;
      lexer = new Lexer(text, signs);
      token = lexer.next();
    }

    Expression interest() {
      Expression expression = either();
      return switch (token.type()) {
        case END -> expression;
        case CLOSE ->
            throw new SyntaxException(
                token.start(), "')' closes no bracket", "the end, or '(' before it");
        case OPEN, AND, OR, NOT, FIELD, QUOTED, BARE ->
            throw new IllegalStateException("left over: " + token);
      };
    }

    private Expression either() {
      List<Expression> parts = new ArrayList<>();
      parts.add(all());
      while (token.type() == TokenType.OR) {
        advance();
        parts.add(all());
      }
      return parts.size() == 1 ? parts.getFirst() : new Any(parts);
    }

    private Expression all() {
      List<Expression> parts = new ArrayList<>();
      parts.add(not());
      while (continuesAll()) {
        parts.add(not());
      }
      return parts.size() == 1 ? parts.getFirst() : new All(parts);
    }

    private boolean continuesAll() {
      return switch (token.type()) {
        case AND -> {
          advance();
          yield true;
        }
        case OPEN, NOT, FIELD, QUOTED, BARE -> true;
        case CLOSE, OR, END -> false;
      };
    }

    private Expression not() {
      if (token.type() != TokenType.NOT) {
        return primary();
      }
      descend();
      advance();
      Expression part = not();
      depth--;
      return new Not(part);
    }

    private Expression primary() {
      Token first = token;
      return switch (first.type()) {
        case OPEN -> bracket();
        case FIELD -> field();
        case QUOTED, BARE -> {
          advance();
          Clause clause = counted(first, values.clause(scope, first));
          values.checkEndOfName(clause, first, token);
          yield clause;
        }
        case CLOSE, AND, OR, END ->
            throw new SyntaxException(
                first.start(),
                "nothing to look for before " + first.name(),
                "a word, a \"phrase\", a field or '('");
        case NOT -> throw new IllegalStateException("NOT is read before: " + first);
      };
    }

    private Expression bracket() {
      Token open = token;
      descend();
      advance();
      Expression inside = either();
      if (token.type() != TokenType.CLOSE) {
        throw new SyntaxException(
            token.start(),
            "the bracket opened at " + SyntaxError.place(text, open.start()) + " is never closed",
            "')'");
      }
      advance();
      depth--;
      return inside;
    }

    private Expression field() {
      Token name = token;
      Field field = values.field(name);
      if (scope.isPresent()) {
        throw new SyntaxException(
            name.start(),
            name.name() + " stands inside the brackets of '" + scope.get().written() + ":'",
            "a value without a field");
      }
      int end = lexer.position();
      advance();
      scope = Optional.of(field);
      Expression expression =
          switch (token.type()) {
            case OPEN, QUOTED, BARE -> adjacent(end) ? primary() : missing(field, end);
            case CLOSE, AND, OR, NOT, FIELD, END -> missing(field, end);
          };
      scope = Optional.empty();
      return expression;
    }

    private boolean adjacent(int end) {
      return token.start() == end;
    }

    private Expression missing(Field field, int end) {
      throw new SyntaxException(
          end,
          "'" + field.written() + ":' has no value",
          values.example(field) + " right after the colon");
    }

    private Clause counted(Token at, Clause clause) {
      clauses++;
      if (clauses > Limits.MOST_CLAUSES) {
        throw new SyntaxException(
            at.start(),
            "the interest has more than " + Limits.MOST_CLAUSES + " clauses",
            "fewer; make several interests of it");
      }
      return clause;
    }

    private void descend() {
      depth++;
      if (depth > Limits.DEEPEST) {
        throw new SyntaxException(
            token.start(),
            "brackets and NOTs stand more than " + Limits.DEEPEST + " deep",
            "fewer of them inside one another");
      }
    }

    private void advance() {
      token = lexer.next();
    }
  }
}
