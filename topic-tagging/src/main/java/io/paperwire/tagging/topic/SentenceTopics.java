package io.paperwire.tagging.topic;

import io.paperwire.tagging.network.NetworkLayer;
import io.paperwire.tagging.paper.SentenceVector;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The topics that a paper means without naming them: what its sentence vector has in common with
 * those of papers whose words name the topic. One layer of a network has an output for each topic,
 * learnt from the tags that words gave to some ten thousands of papers ({@link
 * io.paperwire.tagging.topic.training}). Immutable; any number of threads may ask.
 *
 * @see io.paperwire.tagging.PaperJudge
 */
public final class SentenceTopics {

  /** A topic is told from this chance on. Below it a reader calls one in five wrong or more. */
  private static final double LEAST = 0.7;

  /**
   * How often a reader calls a topic right that was found at some chance and that no word names,
   * for papers that the network did not learn from (docs/adr/0025). Such topics were learnt as
   * wrong, so small chances say too little.
   */
  private static final Calibration READER =
      new Calibration(
          List.of(
              new Calibration.Point(0.6, 0.76),
              new Calibration.Point(0.75, 0.875),
              new Calibration.Point(0.85, 0.94),
              new Calibration.Point(0.95, 0.97)));

  private static final String RESOURCE = "sentence-topics.model";
  private static final int MAGIC = 0x50575401;
  private static final double STEP = 1_000;

  private final String model;
  private final String version;
  private final NetworkLayer layer;
  private final List<Known> known;

  /**
   * A topic that was learnt.
   *
   * @param topic its id in the vocabulary
   * @param examples papers that are about it, one at least
   */
  public record Known(String topic, List<Example> examples) {

    public Known {
      examples = List.copyOf(examples);
    }
  }

  /**
   * A paper that is about a topic, and says so.
   *
   * @param title its title
   * @param direction its sentence vector, in a byte a component
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared
  public record Example(String title, byte[] direction) {

    private double likeness(float[] components) {
      double product = 0;
      double squares = 0;
      for (int i = 0; i < direction.length; i++) {
        product += direction[i] * components[i];
        squares += direction[i] * direction[i];
      }
      return product / Math.sqrt(Math.max(squares, 1));
    }
  }

  /**
   * A topic that a paper means.
   *
   * @param topic its id in the vocabulary
   * @param score how sure it is, in [0, 1], as of a {@link Tag}
   * @param like the title of the nearest paper that is about it
   */
  public record Meant(String topic, double score, String like) {}

  /**
   * What was learnt.
   *
   * @param model name of the model of sentences
   * @param version version of that model
   * @param layer from the components of a vector to the topics, in their order
   * @param known the topics
   * @throws IllegalArgumentException if there are not as many topics as outputs
   */
  public SentenceTopics(String model, String version, NetworkLayer layer, List<Known> known) {
    if (known.size() != layer.bias().length) {
      throw new IllegalArgumentException(
          "%d topics, and %d outputs".formatted(known.size(), layer.bias().length));
    }
    this.model = model;
    this.version = version;
    this.layer = layer;
    this.known = List.copyOf(known);
  }

  /** What comes with Paperwire. */
  public static SentenceTopics load() {
    try (InputStream in = SentenceTopics.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing in topic-tagging");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The topics that a paper means.
   *
   * @return surest first; none if the vector is of another model than the one that was learnt from
   */
  public List<Meant> of(SentenceVector meaning) {
    float[] components = meaning.components();
    if (!meaning.isOf(model, version) || components.length != layer.inputs()) {
      return List.of();
    }
    float[] outputs = layer.outputs(components);
    List<Meant> meant = new ArrayList<>();
    for (int k = 0; k < outputs.length; k++) {
      double chance = 1 / (1 + Math.exp(-outputs[k]));
      if (chance >= LEAST) {
        meant.add(meant(known.get(k), chance, components));
      }
    }
    meant.sort(
        Comparator.comparingDouble(Meant::score).reversed().thenComparing(topic -> topic.topic()));
    return meant;
  }

  private static Meant meant(Known topic, double chance, float[] components) {
    Example nearest =
        topic.examples().stream()
            .max(Comparator.comparingDouble(example -> example.likeness(components)))
            .orElseThrow();
    double score = Math.round(READER.of(chance) * STEP) / STEP;
    return new Meant(topic.topic(), score, nearest.title());
  }

  /** Whether it was learnt from vectors of a model, and so says something by them. */
  public boolean isOf(String otherModel, String otherVersion) {
    return model.equals(otherModel) && version.equals(otherVersion);
  }

  /** The ids of the topics that were learnt. */
  public List<String> topics() {
    return known.stream().map(Known::topic).toList();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it is nothing of the kind
   */
  public static SentenceTopics read(InputStream in) throws IOException {
    DataInputStream data =
        new DataInputStream(new BufferedInputStream(new InflaterInputStream(in), 1 << 16));
    if (data.readInt() != MAGIC) {
      throw new IOException("these are no topics, or of another version: train them anew");
    }
    String model = data.readUTF();
    String version = data.readUTF();
    NetworkLayer layer = NetworkLayer.read(data);
    List<Known> known = new ArrayList<>();
    for (int k = 0; k < layer.bias().length; k++) {
      String topic = data.readUTF();
      List<Example> examples = new ArrayList<>();
      for (int left = data.readUnsignedByte(); left > 0; left--) {
        examples.add(new Example(data.readUTF(), data.readNBytes(layer.inputs())));
      }
      known.add(new Known(topic, examples));
    }
    return new SentenceTopics(model, version, layer, known);
  }

  /**
   * Writes what was learnt, deflated: a magic number, the model of sentences and its version, the
   * layer, and of each topic its id and its examples. Numbers are big-endian; the same gives the
   * same bytes.
   */
  public void write(OutputStream out) throws IOException {
    Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
    DataOutputStream data = new DataOutputStream(new DeflaterOutputStream(out, best));
    data.writeInt(MAGIC);
    data.writeUTF(model);
    data.writeUTF(version);
    layer.write(data);
    for (Known topic : known) {
      data.writeUTF(topic.topic());
      data.writeByte(topic.examples().size());
      for (Example example : topic.examples()) {
        data.writeUTF(example.title());
        data.write(example.direction());
      }
    }
    data.close();
    best.end();
  }
}
