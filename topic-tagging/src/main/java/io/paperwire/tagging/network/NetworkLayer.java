package io.paperwire.tagging.network;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A layer of a network: each output is a bias and the weighted sum of the inputs.
 *
 * @param bias one of each output
 * @param weights those of each input for all outputs, input by input, in units of {@code unit}
 * @param unit what a weight of 1 stands for
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared
public record NetworkLayer(float[] bias, byte[] weights, float unit) {

  private static final int LARGEST = 127;

  /**
   * A layer whose weights are rounded to a byte each.
   *
   * @param bias one of each output
   * @param weights those of each input for all outputs, input by input
   */
  public static NetworkLayer rounded(float[] bias, float[] weights) {
    float largest = Float.MIN_NORMAL * LARGEST;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    float unit = largest / LARGEST;
    byte[] rounded = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      rounded[i] = (byte) Math.round(weights[i] / unit);
    }
    return new NetworkLayer(bias.clone(), rounded, unit);
  }

  /** How many inputs it has. */
  public int inputs() {
    return weights.length / bias.length;
  }

  /** The outputs for some inputs. */
  public float[] outputs(float[] inputs) {
    float[] outputs = bias.clone();
    for (int i = 0; i < inputs.length; i++) {
      float input = inputs[i] * unit;
      if (input != 0) {
        int row = i * outputs.length;
        for (int k = 0; k < outputs.length; k++) {
          outputs[k] += input * weights[row + k];
        }
      }
    }
    return outputs;
  }

  /** Reads a layer that {@link #write} wrote. */
  public static NetworkLayer read(DataInputStream in) throws IOException {
    float[] bias = new float[in.readUnsignedShort()];
    int inputs = in.readUnsignedShort();
    float unit = in.readFloat();
    for (int k = 0; k < bias.length; k++) {
      bias[k] = in.readFloat();
    }
    return new NetworkLayer(bias, in.readNBytes(inputs * bias.length), unit);
  }

  /** Writes the layer; the same layer gives the same bytes. */
  public void write(DataOutputStream out) throws IOException {
    out.writeShort(bias.length);
    out.writeShort(inputs());
    out.writeFloat(unit);
    for (float value : bias) {
      out.writeFloat(value);
    }
    out.write(weights);
  }
}
