package io.paperwire.tagging.network;

import java.util.Arrays;
import java.util.Random;

/**
 * A layer that learns: its weights, their gradient, and the running moments by which steps are
 * taken (Kingma and Ba, "Adam", 2015).
 */
public final class AdamLayer {

  private static final float FIRST_DECAY = 0.9f;
  private static final float SECOND_DECAY = 0.999f;
  private static final float LEAST = 1e-8f;

  private final int outputs;

  /** The weights, input by input, and behind them the bias of each output. */
  private final float[] values;

  private final float[] gradient;
  private final float[] first;
  private final float[] second;
  private final int weights;
  private int steps;

  /** A layer with weights drawn at random (He et al., 2015). */
  public AdamLayer(int inputs, int outputs, Random random) {
    this(inputs, new float[outputs]);
    double deviation = Math.sqrt(2.0 / inputs);
    for (int i = 0; i < weights; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
  }

  /**
   * A layer that says the same whatever its inputs are.
   *
   * @param bias what it says of each output
   */
  public AdamLayer(int inputs, float[] bias) {
    this.outputs = bias.length;
    this.weights = inputs * outputs;
    this.values = new float[weights + outputs];
    this.gradient = new float[values.length];
    this.first = new float[values.length];
    this.second = new float[values.length];
    System.arraycopy(bias, 0, values, weights, outputs);
  }

  /** How many outputs it has. */
  public int outputs() {
    return outputs;
  }

  /** Computes the outputs for some inputs. */
  public void forward(float[] in, float[] out) {
    System.arraycopy(values, weights, out, 0, outputs);
    for (int i = 0; i < in.length; i++) {
      float input = in[i];
      if (input != 0) {
        int row = i * outputs;
        for (int k = 0; k < outputs; k++) {
          out[k] += input * values[row + k];
        }
      }
    }
  }

  /** Notes the gradient of the outputs. */
  public void learn(float[] in, float[] of) {
    for (int i = 0; i < in.length; i++) {
      float input = in[i];
      if (input != 0) {
        int row = i * outputs;
        for (int k = 0; k < outputs; k++) {
          gradient[row + k] += input * of[k];
        }
      }
    }
    for (int k = 0; k < outputs; k++) {
      gradient[weights + k] += of[k];
    }
  }

  /** The gradient of one input. */
  public float backward(int input, float[] of) {
    float sum = 0;
    for (int k = 0; k < outputs; k++) {
      sum += values[input * outputs + k] * of[k];
    }
    return sum;
  }

  /**
   * Takes a step along the gradients noted since the last one.
   *
   * @param examples how many those are of
   */
  public void step(int examples, double rate, double shrinkage) {
    steps++;
    float pace =
        (float) (rate * Math.sqrt(1 - Math.pow(SECOND_DECAY, steps)))
            / (float) (1 - Math.pow(FIRST_DECAY, steps));
    float share = 1f / examples;
    float drawn = (float) shrinkage;
    for (int i = 0; i < values.length; i++) {
      float slope = gradient[i] * share + (i < weights ? drawn * values[i] : 0);
      first[i] = FIRST_DECAY * first[i] + (1 - FIRST_DECAY) * slope;
      second[i] = SECOND_DECAY * second[i] + (1 - SECOND_DECAY) * slope * slope;
      values[i] -= pace * first[i] / ((float) Math.sqrt(second[i]) + LEAST);
      gradient[i] = 0;
    }
  }

  /**
   * The layer as it was learnt, for inputs that were not yet brought to the scale of these.
   *
   * @param inputs how they were brought to it
   */
  public NetworkLayer reading(Standardisation inputs) {
    float[] scaled = new float[weights];
    float[] bias = bias();
    for (int i = 0; i < weights; i++) {
      scaled[i] = values[i] * inputs.scale();
      bias[i % outputs] -= scaled[i] * inputs.centre()[i / outputs];
    }
    return NetworkLayer.rounded(bias, scaled);
  }

  /**
   * The layer as it was learnt, with a bias that has moved.
   *
   * @param shift what the bias of each output moves by
   */
  public NetworkLayer shifted(float[] shift) {
    float[] bias = bias();
    for (int k = 0; k < outputs; k++) {
      bias[k] += shift[k];
    }
    return NetworkLayer.rounded(bias, Arrays.copyOf(values, weights));
  }

  private float[] bias() {
    return Arrays.copyOfRange(values, weights, weights + outputs);
  }
}
