package io.paperwire.index;

import io.paperwire.index.Formula.Every;
import io.paperwire.index.Formula.Literal;
import io.paperwire.index.Formula.Some;
import io.paperwire.interest.Clause;
import io.paperwire.interest.Clause.Scope;
import io.paperwire.interest.Expression;
import io.paperwire.interest.Expression.All;
import io.paperwire.interest.Expression.Any;
import io.paperwire.interest.Expression.Not;
import io.paperwire.text.Abbreviation;
import io.paperwire.text.Abbreviations;
import io.paperwire.text.AnalyzedText;
import io.paperwire.text.AuthorName;
import io.paperwire.text.TextAnalyzer;
import io.paperwire.text.Word;
import io.paperwire.text.Word.Link;
import io.paperwire.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what a subscriber asks for into features of papers. */
final class Lowering {

  private Lowering() {}

  /** The formula of an expression. */
  static Formula lower(Expression expression) {
    return lower(expression, true);
  }

  private static Formula lower(Expression expression, boolean wanted) {
    return switch (expression) {
      case All(List<Expression> parts) -> join(lowered(parts, wanted), wanted);
      case Any(List<Expression> parts) -> join(lowered(parts, wanted), !wanted);
      case Not(Expression part) -> lower(part, !wanted);
      case Clause clause -> lower(clause, wanted);
    };
  }

  private static List<Formula> lowered(List<Expression> parts, boolean wanted) {
    return parts.stream().map(part -> lower(part, wanted)).toList();
  }

  private static Formula join(List<Formula> parts, boolean every) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    return every ? new Every(parts) : new Some(parts);
  }

  private static Formula lower(Clause clause, boolean wanted) {
    return switch (clause) {
      case Clause.Words words -> words(words, wanted);
      case Clause.Author(String name) ->
          new Literal(new Feature.ByAuthor(AuthorName.of(name).orElseThrow()), wanted);
      case Clause.Orcid(String id) -> new Literal(Feature.orcid(id), wanted);
      case Clause.Category(String code) -> new Literal(Feature.category(code), wanted);
      case Clause.Archive(String name) -> new Literal(Feature.archive(name), wanted);
      case Clause.Topic(String id, int least) ->
          new Literal(new Feature.AtLeast(id, least), wanted);
      case Clause.Source(String name) -> new Literal(Feature.source(name), wanted);
      case Clause.Happened(Clause.Kind kind) -> new Literal(Feature.kind(kind), wanted);
      case Clause.Contributes(Clause.Contribution contribution) ->
          new Literal(Feature.contribution(contribution), wanted);
      case Clause.HasCode _ -> new Literal(Feature.CODE, wanted);
      case Clause.Trending _ -> new Literal(Feature.TRENDING, wanted);
    };
  }

  /**
   * Words between two breaks are one phrase. An acronym that stands in brackets after its long form
   * is another way to say it; if it abbreviates less than the phrase it adds nothing.
   */
  private static Formula words(Clause.Words clause, boolean wanted) {
    AnalyzedText text = TextAnalyzer.analyze(clause.text());
    List<Abbreviation> abbreviations = Abbreviations.find(text);
    List<Formula> parts = new ArrayList<>();
    int from = 0;
    while (from < text.words().size()) {
      int to = nextBreak(text.words(), from);
      Formula phrase = phrase(text, from, to, clause.scope(), wanted);
      int begin = from;
      int end = to;
      Optional<Abbreviation> explained =
          abbreviations.stream().filter(found -> found.to() == end).findFirst();
      from = explained.isPresent() ? nextBreak(text.words(), end) : end;
      if (explained.filter(found -> found.from() == begin).isPresent()) {
        Formula acronym = phrase(text, end, from, clause.scope(), wanted);
        phrase = join(List.of(phrase, acronym), !wanted);
      }
      parts.add(phrase);
    }
    return join(parts, wanted);
  }

  private static int nextBreak(List<Word> words, int from) {
    int to = from + 1;
    while (to < words.size() && words.get(to).link() != Link.BREAK) {
      to++;
    }
    return to;
  }

  /** Words in small letters may have several wordings, of which a paper needs one. */
  private static Formula phrase(AnalyzedText text, int from, int to, Scope scope, boolean wanted) {
    List<Formula> wordings =
        Wording.of(text, from, to).stream()
            .<Formula>map(
                wording ->
                    new Literal(
                        new Feature.InText(wording.phrase(), scope, wording.forms()), wanted))
            .toList();
    return join(wordings, !wanted);
  }
}
