package io.paperwire.notify.matching;

import io.paperwire.embedding.Int8Vector;
import java.util.OptionalDouble;

/**
 * What a text means, as a vector.
 *
 * @param model name and version of the model; vectors of others cannot be compared with it
 * @param vector the vector
 * @param words how many words the text has; 0 for a paper with its abstract
 */
public record Meaning(String model, Int8Vector vector, int words) {

  /** What a model of a name and a version has found in a paper with its abstract. */
  public static Meaning of(String model, String version, Int8Vector vector) {
    return new Meaning(model + " " + version, vector, 0);
  }

  /** The same of a text of so many words. */
  public Meaning ofWords(int count) {
    return new Meaning(model, vector, count);
  }

  /**
   * How near two texts are: their cosine, and what the shorter of them is allowed ({@link
   * #allowance}); 1 at most. Nothing if both come from different models.
   */
  OptionalDouble nearness(Meaning other) {
    OptionalDouble cosine = cosine(other);
    return cosine.isEmpty()
        ? cosine
        : OptionalDouble.of(
            Math.min(1, cosine.getAsDouble() + Math.max(allowance(), other.allowance())));
  }

  /** What is added to a cosine because the text is short, in [0, 0.14). */
  double allowance() {
    return Brevity.allowance(words);
  }

  /** The cosine, in [-1, 1]; nothing if both come from different models. */
  public OptionalDouble cosine(Meaning other) {
    return isComparable(other)
        ? OptionalDouble.of(vector.cosine(other.vector))
        : OptionalDouble.empty();
  }

  private boolean isComparable(Meaning other) {
    return model.equals(other.model) && vector.dimensions() == other.vector.dimensions();
  }
}
