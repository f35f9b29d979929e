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
   * For papers with abstracts. Learnt on replays of announcement days: which of the day's papers is
   * by the author of the liked ones. Meaning counts for more than was learnt, which costs the
   * replays nothing that can be seen: authors repeat their own words more than readers follow them.
   * Those of dislikes are not measured. docs/relevance.md tells what each feature brings.
   */
  public static final Weights TEXTS =
      new Weights(
          Map.of(
              Feature.WORDS, 0.28,
              Feature.WORDING, 0.32,
              Feature.CATEGORIES, 0.25,
              Feature.MEANING, 0.45,
              Feature.DISLIKED_WORDS, -0.2,
              Feature.DISLIKED_MEANING, -0.1));

  /**
   * For papers of which only the title is known. Two titles about one thing seldom share a word, so
   * meaning counts most; chosen on the same replays without their abstracts.
   */
  public static final Weights TITLES =
      new Weights(
          Map.of(
              Feature.WORDS, 0.2,
              Feature.WORDING, 0.1,
              Feature.CATEGORIES, 0.25,
              Feature.MEANING, 1.2,
              Feature.DISLIKED_WORDS, -0.2,
              Feature.DISLIKED_MEANING, -0.5));

  public Weights {
    of = Map.copyOf(of);
  }

  /** The same weights, but one feature does not count. */
  public Weights without(Feature feature) {
    Map<Feature, Double> rest = new EnumMap<>(of);
    rest.remove(feature);
    return new Weights(rest);
  }

  /**
   * Weights between these and others.
   *
   * @param share how far towards the others, in [0, 1]
   */
  Weights towards(Weights other, double share) {
    Map<Feature, Double> between = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      between.put(feature, (1 - share) * weight(feature) + share * other.weight(feature));
    }
    return new Weights(between);
  }

  double weight(Feature feature) {
    return of.getOrDefault(feature, 0.0);
  }
}
