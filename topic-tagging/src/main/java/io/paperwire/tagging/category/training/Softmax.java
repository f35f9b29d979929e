package io.paperwire.tagging.category.training;

/** Scores as chances. */
final class Softmax {

  private Softmax() {}

  /** Puts the chance of each class in place of its score. */
  static void of(float[] scores) {
    float most = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = (float) Math.exp(scores[k] - most);
      sum += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] = (float) (scores[k] / sum);
    }
  }
}
