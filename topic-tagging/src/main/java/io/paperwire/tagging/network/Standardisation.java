package io.paperwire.tagging.network;

import java.util.List;

/**
 * Brings vectors to a mean of 0 and a deviation of 1 over all their components, as a network learns
 * from them best.
 *
 * @param centre what is taken off each component
 * @param scale what it is multiplied by then
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared
public record Standardisation(float[] centre, float scale) {

  private static final double LEAST_VARIANCE = 1e-12;

  /** What does so for some vectors of one length, of which there is one at least. */
  public static Standardisation of(List<float[]> vectors) {
    int dimensions = vectors.getFirst().length;
    double[] sums = new double[dimensions];
    for (float[] components : vectors) {
      for (int i = 0; i < dimensions; i++) {
        sums[i] += components[i];
      }
    }
    float[] centre = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      centre[i] = (float) (sums[i] / vectors.size());
    }
    double squares = 0;
    for (float[] components : vectors) {
      for (int i = 0; i < dimensions; i++) {
        double off = components[i] - centre[i];
        squares += off * off;
      }
    }
    double variance = squares / vectors.size() / dimensions;
    return new Standardisation(centre, (float) (1 / Math.sqrt(Math.max(variance, LEAST_VARIANCE))));
  }

  /** Brings one vector to the scale. */
  public void apply(float[] vector, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (vector[i] - centre[i]) * scale;
    }
  }
}
