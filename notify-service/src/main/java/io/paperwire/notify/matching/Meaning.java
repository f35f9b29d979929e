package io.paperwire.notify.matching;

import io.paperwire.embedding.Int8Vector;
import io.paperwire.embedding.PackagedModel;
import java.util.OptionalDouble;

/**
 * What a text means, as a vector.
 *
 * <p>Cosines of one model say nothing beside those of another: where one gives two papers about
 * nothing in common 0.3, another gives them 0.7. They are spread here as those of all-MiniLM-L6-v2
 * are, so that what is near enough is so with every model.
 *
 * @param model name and version of the model; vectors of others cannot be compared with it
 * @param vector the vector
 * @param spread how far apart cosines are to be put, as {@link PackagedModel#spread}
 * @param words how many words the text has; {@link Brevity#NONE} for a paper with its abstract
 */
public record Meaning(String model, Int8Vector vector, double spread, int words) {

  /**
   * What a model of a name and a version has found in a paper with its abstract. A million examples
   * of one model share its name.
   */
  public static Meaning of(String model, String version, Int8Vector vector) {
    return new Meaning(
        (model + " " + version).intern(), vector, PackagedModel.spread(model), Brevity.NONE);
  }

  /** The same of a text of so many words. */
  public Meaning ofWords(int count) {
    return new Meaning(model, vector, spread, count);
  }

  /** How much alike two texts are: their spread cosine, 1 at most; nothing of different models. */
  public OptionalDouble likeness(Meaning other) {
    return isComparable(other)
        ? OptionalDouble.of(1 - spread * (1 - vector.cosine(other.vector)))
        : OptionalDouble.empty();
  }

  /**
   * How near two texts are: their {@link #likeness}, and what the shorter of them is allowed; 1 at
   * most. Nothing if both come from different models.
   */
  public OptionalDouble nearness(Meaning other) {
    OptionalDouble likeness = likeness(other);
    double allowance = Math.max(Brevity.allowance(words), Brevity.allowance(other.words));
    return likeness.isEmpty()
        ? likeness
        : OptionalDouble.of(Math.min(1, likeness.getAsDouble() + allowance));
  }

  /** The least cosine, as the model gives it, of a long text that is as near as is asked. */
  double leastCosine(double nearness) {
    return 1 - (1 - nearness + Brevity.allowance(words)) / spread;
  }

  /** By how much less than that a cosine may be because this text is short. */
  double allowance() {
    return Brevity.allowance(words) / spread;
  }

  private boolean isComparable(Meaning other) {
    return model.equals(other.model) && vector.dimensions() == other.vector.dimensions();
  }
}
