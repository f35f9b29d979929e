package io.paperwire.tagging.category;

import io.paperwire.tagging.category.CategoryModel.Label;
import io.paperwire.tagging.category.CategoryModel.Weights;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The file of a model, deflated: a magic number; the classes with their bias; the number of
 * features and of weights, and the unit of weights; the hashes, the rarities and the lengths of all
 * rows; the classes and the weights; whether there is a network of sentence vectors, and that
 * network. Numbers are big-endian.
 */
final class CategoryModelFile {

  private static final int MAGIC = 0x50574303;

  private CategoryModelFile() {}

  static void write(CategoryModel model, OutputStream out) throws IOException {
    Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
    DataOutputStream data = new DataOutputStream(new DeflaterOutputStream(out, best));
    data.writeInt(MAGIC);
    data.writeShort(model.labels().size());
    float[] bias = model.bias();
    for (int k = 0; k < bias.length; k++) {
      data.writeUTF(model.labels().get(k).category());
      data.writeUTF(model.labels().get(k).era().name());
      data.writeFloat(bias[k]);
    }
    Weights weights = model.weights();
    data.writeInt(model.features().size());
    data.writeInt(weights.classes().length);
    data.writeFloat(weights.unit());
    model.features().write(data);
    for (int row = 0; row < model.features().size(); row++) {
      data.writeShort(weights.starts()[row + 1] - weights.starts()[row]);
    }
    for (short k : weights.classes()) {
      data.writeShort(k);
    }
    data.write(weights.weights());
    data.writeBoolean(model.network().isPresent());
    if (model.network().isPresent()) {
      model.network().get().write(data);
    }
    data.close();
    best.end();
  }

  static CategoryModel read(InputStream in) throws IOException {
    DataInputStream data =
        new DataInputStream(new BufferedInputStream(new InflaterInputStream(in), 1 << 16));
    if (data.readInt() != MAGIC) {
      throw new IOException("this is no category model, or one of another version: train it anew");
    }
    List<Label> labels = new ArrayList<>();
    float[] bias = new float[data.readUnsignedShort()];
    for (int k = 0; k < bias.length; k++) {
      labels.add(new Label(data.readUTF(), Era.valueOf(data.readUTF())));
      bias[k] = data.readFloat();
    }
    int rows = data.readInt();
    short[] classes = new short[data.readInt()];
    float unit = data.readFloat();
    FeatureTable features = FeatureTable.read(data, rows);
    int[] starts = new int[rows + 1];
    for (int row = 0; row < rows; row++) {
      starts[row + 1] = starts[row] + data.readUnsignedShort();
    }
    for (int i = 0; i < classes.length; i++) {
      classes[i] = data.readShort();
    }
    byte[] weights = data.readNBytes(classes.length);
    Optional<SentenceNetwork> network =
        data.readBoolean() ? Optional.of(SentenceNetwork.read(data)) : Optional.empty();
    return new CategoryModel(
        labels, bias, features, new Weights(starts, classes, weights, unit), network);
  }
}
