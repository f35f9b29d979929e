package io.paperwire.tagging.category;

import io.paperwire.tagging.network.NetworkLayer;
import io.paperwire.tagging.paper.SentenceVector;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What the sentence vector of a paper says of its category: a network with one hidden layer of
 * rectified units, whose outputs are scores of the classes of a {@link CategoryModel}.
 *
 * @param model name of the model of sentences that it reads
 * @param version version of that model
 * @param hidden from the components of a vector to hidden units
 * @param classes from hidden units to classes
 */
public record SentenceNetwork(
    String model, String version, NetworkLayer hidden, NetworkLayer classes) {

  /**
   * Checks that the layers fit.
   *
   * @throws IllegalArgumentException if they do not
   */
  public SentenceNetwork {
    if (hidden.bias().length != classes.inputs()) {
      throw new IllegalArgumentException(
          "%d hidden units, and a layer that reads %d"
              .formatted(hidden.bias().length, classes.inputs()));
    }
  }

  /** Whether it was learnt from vectors of a model. */
  boolean isOf(String otherModel, String otherVersion) {
    return model.equals(otherModel) && version.equals(otherVersion);
  }

  /** Whether it can read a vector. */
  boolean reads(SentenceVector vector) {
    return vector.isOf(model, version) && vector.components().length == hidden.inputs();
  }

  /** The score of each class, for a vector that it can read. */
  float[] scores(SentenceVector vector) {
    float[] units = hidden.outputs(vector.components());
    for (int i = 0; i < units.length; i++) {
      units[i] = Math.max(0, units[i]);
    }
    return classes.outputs(units);
  }

  static SentenceNetwork read(DataInputStream in) throws IOException {
    return new SentenceNetwork(
        in.readUTF(), in.readUTF(), NetworkLayer.read(in), NetworkLayer.read(in));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(model);
    out.writeUTF(version);
    hidden.write(out);
    classes.write(out);
  }
}
