package io.paperwire.notify.matching;

import io.paperwire.embedding.Int8Vector;
import java.util.OptionalDouble;

/**
 * What a text means, as a vector.
 *
 * @param model name and version of the model; vectors of others cannot be compared with it
 * @param vector the vector
 */
public record Meaning(String model, Int8Vector vector) {

  /** The meaning that a model of a name and a version has found. */
  public static Meaning of(String model, String version, Int8Vector vector) {
    return new Meaning(model + " " + version, vector);
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
