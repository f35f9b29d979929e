package io.paperwire.embedding;

/** The little arithmetic that vectors need. */
public final class Vectors {

  private Vectors() {}

  /** The vector of length 1 in the same direction; that of zeros stays as it is. */
  public static float[] normalised(float[] vector) {
    double squares = dot(vector, vector);
    float factor = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
    var normalised = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      normalised[i] = vector[i] * factor;
    }
    return normalised;
  }

  /** The cosine of two vectors of length 1, in [-1, 1] but for rounding. */
  public static double cosine(float[] left, float[] right) {
    return dot(left, right);
  }

  private static double dot(float[] left, float[] right) {
    if (left.length != right.length) {
      throw new IllegalArgumentException(
          "Vectors of %d and %d dimensions".formatted(left.length, right.length));
    }
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * (double) right[i];
    }
    return sum;
  }
}
