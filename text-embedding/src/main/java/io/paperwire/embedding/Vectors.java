package io.paperwire.embedding;

/** The little arithmetic that vectors need. */
final class Vectors {

  private Vectors() {}

  /** The vector of length 1 in the same direction; that of zeros stays as it is. */
  static float[] normalised(float[] vector) {
    double squares = 0;
    for (float component : vector) {
      squares += component * (double) component;
    }
    float factor = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
    var normalised = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      normalised[i] = vector[i] * factor;
    }
    return normalised;
  }
}
