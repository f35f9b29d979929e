package io.paperwire.interest;

import io.paperwire.interest.Clause.Scope;
import io.paperwire.interest.Expression.All;
import io.paperwire.interest.Expression.Any;
import io.paperwire.interest.Expression.Not;
import java.util.List;
import java.util.Locale;

/**
 * Writes interests. What it writes of an expression that was read is read as the same again: it has
 * no more brackets inside one another than the text that was read. It may be longer, though, since
 * it writes each AND and the field of each word, and is refused if it exceeds {@link
 * Limits#LONGEST_TEXT}.
 */
public final class InterestPrinter {

  private InterestPrinter() {}

  /** An expression in the language. */
  public static String print(Expression expression) {
    StringBuilder out = new StringBuilder();
    append(out, expression);
    return out.toString();
  }

  private static void append(StringBuilder out, Expression expression) {
    switch (expression) {
      case All(List<Expression> parts) -> join(out, parts, " AND ", false);
      case Any(List<Expression> parts) -> join(out, parts, " OR ", true);
      case Not(Expression part) -> {
        out.append("NOT ");
        appendPart(out, part, false);
      }
      case Clause clause -> append(out, clause);
    }
  }

  private static void join(
      StringBuilder out, List<Expression> parts, String operator, boolean alternatives) {
    String before = "";
    for (Expression part : parts) {
      out.append(before);
      appendPart(out, part, alternatives);
      before = operator;
    }
  }

  /** AND binds tighter than OR, so it needs no brackets among alternatives. */
  private static void appendPart(StringBuilder out, Expression part, boolean alternative) {
    boolean brackets =
        switch (part) {
          case All _ -> !alternative;
          case Any _ -> true;
          case Not _, Clause _ -> false;
        };
    out.append(brackets ? "(" : "");
    append(out, part);
    out.append(brackets ? ")" : "");
  }

  private static void append(StringBuilder out, Clause clause) {
    switch (clause) {
      case Clause.Words(Scope scope, String text) -> out.append(prefix(scope)).append(quoted(text));
      case Clause.Author(String name) -> out.append("au:").append(quoted(name));
      case Clause.Orcid(String id) -> out.append("au:").append(id);
      case Clause.Category(String code) -> out.append("cat:").append(category(code));
      case Clause.Archive(String name) -> out.append("cat:").append(name).append(".*");
      case Clause.Topic(String id, int least) ->
          out.append("topic:").append(named(id + score(least)));
      case Clause.Source(String name) -> out.append("source:").append(named(name));
      case Clause.Happened(Clause.Kind kind) ->
          out.append("kind:").append(FieldValues.written(kind));
      case Clause.Contributes(Clause.Contribution contribution) ->
          out.append("kind:").append(FieldValues.written(contribution));
      case Clause.HasCode _ -> out.append("code:yes");
      case Clause.Trending _ -> out.append("trending");
    }
  }

  private static String category(String code) {
    return Clause.Category.isPlain(code) ? named(code) : '"' + code + '"';
  }

  /** What is called like an operator is told from it by quotation marks. */
  private static String named(String name) {
    return FieldValues.isOperator(name) ? '"' + name + '"' : name;
  }

  private static String prefix(Scope scope) {
    return switch (scope) {
      case ANYWHERE -> "";
      case TITLE -> "ti:";
      case ABSTRACT -> "ab:";
    };
  }

  private static String score(int leastPercent) {
    return leastPercent == 0 ? "" : ">=" + Double.toString(leastPercent / 100.0);
  }

  /** One plain word stands as it is, all else in quotation marks. */
  private static String quoted(String text) {
    boolean plain =
        text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '.')
            && Character.isLetterOrDigit(text.charAt(0))
            && !FieldValues.isOperator(text)
            && !text.toLowerCase(Locale.ROOT).equals("trending");
    return plain ? text : '"' + text + '"';
  }
}
