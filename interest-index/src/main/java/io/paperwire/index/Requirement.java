package io.paperwire.index;

import io.paperwire.index.Formula.Every;
import io.paperwire.index.Formula.Literal;
import io.paperwire.index.Formula.Some;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Features of which a paper needs at least one to meet a formula.
 *
 * @param features the features
 * @param cost how many of a million papers have one, at most
 */
record Requirement(List<Feature> features, long cost) {

  /**
   * The rarest requirement of a formula. Of parts that must all hold the rarest is enough; of parts
   * of which one must hold each has to be covered; what must not be there is no requirement.
   *
   * @return nothing if a paper needs nothing
   */
  static Optional<Requirement> rarest(Formula formula, ToLongFunction<Feature> rarity) {
    return switch (formula) {
      case Literal(Feature feature, boolean wanted) ->
          wanted
              ? Optional.of(new Requirement(List.of(feature), rarity.applyAsLong(feature)))
              : Optional.empty();
      case Every(List<Formula> parts) ->
          parts.stream()
              .flatMap(part -> rarest(part, rarity).stream())
              .min(
                  Comparator.comparingLong(Requirement::cost)
                      .thenComparingInt(requirement -> requirement.features().size()));
      case Some(List<Formula> parts) -> union(parts, rarity);
    };
  }

  private static Optional<Requirement> union(List<Formula> parts, ToLongFunction<Feature> rarity) {
    List<Feature> features = new ArrayList<>();
    long cost = 0;
    for (Formula part : parts) {
      Optional<Requirement> required = rarest(part, rarity);
      if (required.isEmpty()) {
        return Optional.empty();
      }
      features.addAll(required.get().features());
      cost += required.get().cost();
    }
    return Optional.of(new Requirement(List.copyOf(features), cost));
  }
}
