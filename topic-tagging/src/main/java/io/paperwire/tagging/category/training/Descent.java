package io.paperwire.tagging.category.training;

import io.paperwire.tagging.category.CategoryModel;
import io.paperwire.tagging.category.CategoryModel.Label;
import io.paperwire.tagging.category.CategoryModel.Weights;
import io.paperwire.tagging.category.FeatureTable;
import io.paperwire.tagging.category.FeatureTable.Vector;
import io.paperwire.tagging.category.SentenceNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** Stochastic gradient descent of a softmax with sparse input. */
final class Descent {

  private static final long SEED = 1;
  private static final float BIAS_RATE = 0.01f;
  private static final double LAST_RATE = 0.05;
  private static final int LARGEST = 127;

  private final int classes;
  private final TrainingSettings settings;

  /** Row by row; what a weight is worth is this times {@link #scale}. */
  private final float[] weights;

  private final float[] bias;

  /** Shrinks all weights at once. */
  private float scale = 1;

  Descent(int features, int classes, TrainingSettings settings) {
    this.classes = classes;
    this.settings = settings;
    this.weights = new float[features * classes];
    this.bias = new float[classes];
  }

  /** Goes through all examples, again and again. */
  void run(List<Example> examples, Consumer<String> progress) {
    List<Example> order = new ArrayList<>(examples);
    Random random = new Random(SEED);
    double steps = (double) settings.epochs() * order.size();
    long step = 0;
    for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
      Collections.shuffle(order, random);
      double loss = 0;
      for (Example example : order) {
        double left = 1 - step++ / steps;
        loss += learn(example, (float) (settings.rate() * (LAST_RATE + (1 - LAST_RATE) * left)));
      }
      unscale();
      progress.accept("epoch %d: loss %.3f".formatted(epoch, loss / order.size()));
    }
  }

  /** One step; returns how surprised the model was. */
  private double learn(Example example, float rate) {
    Vector vector = example.words();
    float[] scores = new float[classes];
    for (int i = 0; i < vector.rows().length; i++) {
      addRow(vector.rows()[i] * classes, vector.values()[i], scores);
    }
    for (int k = 0; k < classes; k++) {
      scores[k] = scores[k] * scale + bias[k];
    }
    Softmax.of(scores);
    double surprise = -Math.log(Math.max(1e-9, scores[example.primary()]));
    example.takeLabelOff(scores, settings.secondary());
    scale *= (float) (1 - rate * settings.shrinkage());
    float step = rate * example.weight();
    for (int k = 0; k < classes; k++) {
      bias[k] -= BIAS_RATE * step * scores[k];
    }
    for (int i = 0; i < vector.rows().length; i++) {
      moveRow(vector.rows()[i] * classes, step / scale * vector.values()[i], scores);
    }
    return surprise;
  }

  private void addRow(int row, float value, float[] scores) {
    for (int k = 0; k < scores.length; k++) {
      scores[k] += weights[row + k] * value;
    }
  }

  private void moveRow(int row, float step, float[] gradient) {
    for (int k = 0; k < gradient.length; k++) {
      weights[row + k] -= step * gradient[k];
    }
  }

  private void unscale() {
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= scale;
    }
    scale = 1;
  }

  /**
   * The model, with the largest weights in a byte each.
   *
   * @param shift what the bias of each class moves by
   * @param network what reads sentence vectors
   */
  CategoryModel model(
      List<Label> labels, float[] shift, FeatureTable features, Optional<SentenceNetwork> network) {
    centre();
    float[] shifted = bias.clone();
    for (int k = 0; k < classes; k++) {
      shifted[k] += shift[k];
    }
    float least = leastKept();
    float largest = 0;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    float unit = Math.max(largest / LARGEST, Float.MIN_NORMAL);
    int[] starts = new int[features.size() + 1];
    short[] kept = new short[weights.length];
    byte[] values = new byte[weights.length];
    int length = 0;
    for (int row = 0; row < features.size(); row++) {
      for (int k = 0; k < classes; k++) {
        float weight = weights[row * classes + k];
        int rounded = Math.round(weight / unit);
        if (Math.abs(weight) >= least && rounded != 0) {
          kept[length] = (short) k;
          values[length++] = (byte) rounded;
        }
      }
      starts[row + 1] = length;
    }
    return new CategoryModel(
        labels,
        shifted,
        features,
        new Weights(starts, Arrays.copyOf(kept, length), Arrays.copyOf(values, length), unit),
        network);
  }

  /** Takes the mean off each row, which changes no probability and leaves more weights near 0. */
  private void centre() {
    for (int row = 0; row < weights.length; row += classes) {
      float[] sorted = Arrays.copyOfRange(weights, row, row + classes);
      Arrays.sort(sorted);
      float middle = sorted[classes / 2];
      for (int k = 0; k < classes; k++) {
        weights[row + k] -= middle;
      }
    }
  }

  /** The size from which on the largest weights are as many as are kept. */
  private float leastKept() {
    if (weights.length <= settings.mostWeights()) {
      return 0;
    }
    float[] sizes = new float[weights.length];
    for (int i = 0; i < weights.length; i++) {
      sizes[i] = Math.abs(weights[i]);
    }
    Arrays.sort(sizes);
    return sizes[sizes.length - settings.mostWeights()];
  }
}
