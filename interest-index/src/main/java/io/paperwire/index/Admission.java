package io.paperwire.index;

import io.paperwire.index.Formula.Every;
import io.paperwire.index.Formula.Literal;
import io.paperwire.index.Formula.Some;
import io.paperwire.interest.Clause;
import io.paperwire.interest.Expression;
import java.util.List;
import java.util.Optional;

/**
 * Which interests are taken. What an index takes depends on the interest alone and never becomes
 * stricter, so that what was accepted once is accepted everywhere and for good; of who writes one
 * now more may be asked.
 */
public final class Admission {

  /** Features that one interest may name. */
  static final int MOST_FEATURES = 256;

  /** What more than half of all papers have tells no paper from another. */
  private static final int MOST_PAPERS = Rarity.MILLION / 2;

  private static final Feature WITHDRAWN = Feature.kind(Clause.Kind.WITHDRAWN);

  private Admission() {}

  /**
   * Why an expression that is written now is not taken as an interest.
   *
   * @return nothing if it is taken
   */
  public static Optional<String> refusal(Expression expression) {
    Formula formula = Lowering.lower(expression);
    return refusalOfStored(formula)
        .or(() -> refusalOfWithdrawn(formula))
        .or(
            () ->
                Requirement.rarest(formula, Admission::usual)
                    .filter(requirement -> requirement.cost() > 0)
                    .map(
                        _ ->
                            "it asks only for what most papers have, as kind:announced, kind:method"
                                + " and source:arxiv do; add a topic, a word or an author, to each"
                                + " side of an OR"));
  }

  /**
   * Why an expression that may have been accepted before is not taken as an interest.
   *
   * @return nothing if it is taken
   */
  public static Optional<String> refusalOfStored(Expression expression) {
    return refusalOfStored(Lowering.lower(expression));
  }

  static Optional<String> refusalOfStored(Formula formula) {
    int features = count(formula);
    if (features > MOST_FEATURES) {
      return Optional.of(
          "it names %d words, phrases and other conditions, more than %d; make several interests of it"
              .formatted(features, MOST_FEATURES));
    }
    Optional<Requirement> requirement = Requirement.rarest(formula, Admission::everywhere);
    if (requirement.isEmpty()) {
      return Optional.of(
          "it names nothing that a paper must have, so nearly every paper would match;"
              + " add a word, a topic or a category outside of NOT, to each side of an OR");
    }
    if (requirement.get().cost() > 0) {
      return Optional.of(
          "it asks only for words that stand in nearly every paper; add one that tells papers"
              + " apart");
    }
    return Optional.empty();
  }

  private static Optional<String> refusalOfWithdrawn(Formula formula) {
    return wantsWithdrawn(formula)
        ? Optional.of(
            "it asks for withdrawn papers, which are told to nobody; search for them, or leave"
                + " kind:withdrawn out")
        : Optional.empty();
  }

  private static boolean wantsWithdrawn(Formula formula) {
    return switch (formula) {
      case Literal(Feature feature, boolean wanted) -> wanted && feature.equals(WITHDRAWN);
      case Every(List<Formula> parts) -> parts.stream().anyMatch(Admission::wantsWithdrawn);
      case Some(List<Formula> parts) -> parts.stream().anyMatch(Admission::wantsWithdrawn);
    };
  }

  /** 1 for a phrase that nearly every paper has. */
  private static long everywhere(Feature feature) {
    return switch (feature) {
      case Feature.InText(_, _, List<String> words) ->
          words.size() == 1 && CommonWords.contains(words.getFirst()) ? 1 : 0;
      case Feature.Mark _, Feature.AtLeast _, Feature.ByAuthor _ -> 0;
    };
  }

  /** 1 for what most papers have, be it a word or not. */
  private static long usual(Feature feature) {
    return switch (feature) {
      case Feature.Mark(_, int papers) -> papers > MOST_PAPERS ? 1 : 0;
      case Feature.InText _, Feature.AtLeast _, Feature.ByAuthor _ -> everywhere(feature);
    };
  }

  private static int count(Formula formula) {
    return switch (formula) {
      case Literal _ -> 1;
      case Every(List<Formula> parts) -> count(parts);
      case Some(List<Formula> parts) -> count(parts);
    };
  }

  /** All wordings of the same words are one phrase. */
  private static int count(List<Formula> parts) {
    return wordings(parts) ? 1 : parts.stream().mapToInt(Admission::count).sum();
  }

  private static boolean wordings(List<Formula> parts) {
    List<Optional<String>> texts = parts.stream().map(Admission::words).distinct().toList();
    return texts.size() == 1 && texts.getFirst().isPresent();
  }

  private static Optional<String> words(Formula part) {
    return part instanceof Literal(Feature.InText words, _)
        ? Optional.of(words.phrase().text())
        : Optional.empty();
  }
}
