package io.paperwire.likeness;

/**
 * The vector of a text, of length 1. Vectors of one model only may be compared.
 *
 * @param components as many as the model has dimensions
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copied nowhere for its size
public record MeaningVector(float[] components) {

  /** A vector of any length, brought to length 1; that of zeros stays as it is. */
  public static MeaningVector of(float[] vector) {
    double squares = 0;
    for (float component : vector) {
      squares += component * component;
    }
    float factor = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
    float[] components = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      components[i] = vector[i] * factor;
    }
    return new MeaningVector(components);
  }

  /** The cosine, in [-1, 1] but for rounding. */
  double cosine(MeaningVector other) {
    // Sums that do not wait for each other: the compiler turns them into vector instructions.
    float[] mine = components;
    float[] theirs = other.components;
    float[] sums = new float[8];
    int length = Math.min(mine.length, theirs.length);
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      for (int lane = 0; lane < 8; lane++) {
        sums[lane] += mine[i + lane] * theirs[i + lane];
      }
    }
    double sum = 0;
    for (; i < length; i++) {
      sum += mine[i] * theirs[i];
    }
    for (float lane : sums) {
      sum += lane;
    }
    return sum;
  }
}
