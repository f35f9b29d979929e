package io.paperwire.likeness;

import java.util.Collection;

/**
 * The space of the vectors of the papers at hand, made even: moved to their mean and whitened, so
 * that a direction in which all papers differ counts no more than one in which few do. In the space
 * of a sentence model everything is near to everything; what is left here is what sets a paper
 * apart. (The idea is that of linear discriminant analysis: one covariance for all, estimated from
 * the background, as in Hariharan et al., "Discriminative decorrelation", 2012.)
 *
 * <p>The covariance of few papers is not to be trusted. It is drawn towards that of a ball, the
 * more the fewer there are.
 */
public final class MeaningSpace {

  private static final double LEAST_SHRINKAGE = 1.5;
  private static final double SHRINKAGE_PAPERS = 200;

  private final double[] mean;

  /** Lower triangle; the shrunk covariance is this times its transpose. */
  private final double[][] factor;

  private MeaningSpace(double[] mean, double[][] factor) {
    this.mean = mean;
    this.factor = factor;
  }

  /**
   * The space of vectors.
   *
   * @param vectors one at least, all of one model
   */
  public static MeaningSpace of(Collection<MeaningVector> vectors) {
    int dimensions = vectors.iterator().next().components().length;
    double[] mean = new double[dimensions];
    for (MeaningVector vector : vectors) {
      for (int i = 0; i < dimensions; i++) {
        mean[i] += vector.components()[i] / (double) vectors.size();
      }
    }
    double[][] covariance = covariance(vectors, mean);
    double trace = 0;
    for (int i = 0; i < dimensions; i++) {
      trace += covariance[i][i];
    }
    double shrinkage = LEAST_SHRINKAGE + SHRINKAGE_PAPERS / vectors.size();
    double ball = Math.max(shrinkage * trace / dimensions, 1e-9);
    for (int i = 0; i < dimensions; i++) {
      covariance[i][i] += ball;
    }
    return new MeaningSpace(mean, cholesky(covariance));
  }

  /** A vector in this space, of length 1. */
  public MeaningVector place(MeaningVector vector) {
    int dimensions = mean.length;
    double[] placed = new double[dimensions];
    float[] components = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      double rest = vector.components()[i] - mean[i];
      double[] row = factor[i];
      for (int j = 0; j < i; j++) {
        rest -= row[j] * placed[j];
      }
      placed[i] = rest / row[i];
      components[i] = (float) placed[i];
    }
    return MeaningVector.of(components);
  }

  /** The lower triangle of the covariance. */
  private static double[][] covariance(Collection<MeaningVector> vectors, double[] mean) {
    int dimensions = mean.length;
    double[][] covariance = new double[dimensions][dimensions];
    double[] rest = new double[dimensions];
    for (MeaningVector vector : vectors) {
      for (int i = 0; i < dimensions; i++) {
        rest[i] = vector.components()[i] - mean[i];
      }
      for (int i = 0; i < dimensions; i++) {
        double[] row = covariance[i];
        double factor = rest[i] / vectors.size();
        for (int j = 0; j <= i; j++) {
          row[j] += factor * rest[j];
        }
      }
    }
    return covariance;
  }

  /** Factors a positive definite matrix, given by its lower triangle, in place. */
  private static double[][] cholesky(double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[i][k] * matrix[j][k];
        }
        matrix[i][j] = i == j ? Math.sqrt(sum) : sum / matrix[j][j];
      }
    }
    return matrix;
  }
}
