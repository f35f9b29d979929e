package io.paperwire.likeness;

import java.util.EnumMap;
import java.util.Map;

/**
 * How much each {@link Feature} counts, in standard deviations among the papers that are ranked.
 *
 * @param of weight of each feature; one that is missing does not count
 */
public record Weights(Map<Feature, Double> of) {

  /**
   * Chosen on replays of announcement days: which of the day's papers is by the author of the liked
   * ones. Those of dislikes are not measured. docs/relevance.md tells what each feature brings.
   */
  public static final Weights LEARNT =
      new Weights(
          Map.of(
              Feature.WORDS, 0.4,
              Feature.WORDING, 0.2,
              Feature.CATEGORIES, 0.25,
              Feature.MEANING, 0.2,
              Feature.DISLIKED_WORDS, -0.2,
              Feature.DISLIKED_MEANING, -0.1));

  public Weights {
    of = Map.copyOf(of);
  }

  /** The same weights, but one feature does not count. */
  public Weights without(Feature feature) {
    Map<Feature, Double> rest = new EnumMap<>(of);
    rest.remove(feature);
    return new Weights(rest);
  }

  double weight(Feature feature) {
    return of.getOrDefault(feature, 0.0);
  }
}
