package io.paperwire.tagging.category;

import io.paperwire.tagging.category.FeatureTable.Vector;
import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.tagging.paper.SentenceVector;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Predicts the primary arXiv category of a paper out of its words and, where it is known, its
 * sentence vector. A softmax over classes, each a category in an {@link Era}; what the eras say of
 * a category is added up. Immutable; any number of threads may ask.
 */
public final class CategoryModel {

  /** So many categories are told. */
  public static final int MOST = 5;

  private static final String RESOURCE = "categories.model";
  private static final double STEP = 1_000;

  /**
   * What the score by words counts where there is a score by the sentence vector as well. Both say
   * much the same, so that their plain sum would be too sure of itself; with these weights the
   * chances are right as often as they say.
   */
  private static final double WORDS_SHARE = 0.6;

  private static final double VECTOR_SHARE = 0.45;

  /** From this day on arXiv files papers of two categories under their names elsewhere. */
  private static final LocalDate RENAMED = LocalDate.of(2019, 7, 1);

  private static final Map<String, String> RENAMINGS =
      Map.of("cs.SY", "eess.SY", "cs.NA", "math.NA");

  /**
   * A class of the softmax.
   *
   * @param category code of the category
   * @param era in which it is chosen so
   */
  public record Label(String category, Era era) {}

  /**
   * The weights of all features, row by row; a feature has none for most classes.
   *
   * @param starts where each row begins; one more than there are rows
   * @param classes the class of each weight
   * @param weights in units of {@code unit}
   * @param unit what a weight of 1 stands for
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared
  public record Weights(int[] starts, short[] classes, byte[] weights, float unit) {}

  /** Read when it is first asked for, and once: whoever needs it may share it. */
  private static final class Supplied {
    private static final CategoryModel MODEL = readSupplied();
  }

  private final List<Label> labels;
  private final float[] bias;
  private final FeatureTable features;
  private final Weights weights;
  private final Optional<SentenceNetwork> network;

  /**
   * A model.
   *
   * @param labels the classes
   * @param bias one of each class
   * @param features the features, of which each has a row of weights
   * @param weights the weights
   * @param network reads sentence vectors; without one the words decide alone
   */
  public CategoryModel(
      List<Label> labels,
      float[] bias,
      FeatureTable features,
      Weights weights,
      Optional<SentenceNetwork> network) {
    this.labels = List.copyOf(labels);
    this.bias = bias.clone();
    this.features = features;
    this.weights = weights;
    this.network = network;
  }

  /** The model that comes with Paperwire. */
  public static CategoryModel load() {
    return Supplied.MODEL;
  }

  private static CategoryModel readSupplied() {
    try (InputStream in = CategoryModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing in topic-tagging");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a model that {@link #write} wrote.
   *
   * @throws IOException if it is none
   */
  public static CategoryModel read(InputStream in) throws IOException {
    return CategoryModelFile.read(in);
  }

  /** Writes the model; the same model gives the same bytes. */
  public void write(OutputStream out) throws IOException {
    CategoryModelFile.write(this, out);
  }

  /**
   * The categories that a paper may have as its primary one, judged by its words, its sentence
   * vector and its date, not by the categories that it has.
   *
   * @param meaning its sentence vector, if there is one; passed over if it is of another model than
   *     the one that this was trained with
   * @return most likely first, {@link #MOST} of them
   */
  public List<CategoryScore> predict(AnalyzedPaper paper, Optional<SentenceVector> meaning) {
    Optional<LocalDate> day = paper.paper().published();
    double[] chances = chances(scores(features.vector(paper), meaning));
    Map<String, Double> sums = new TreeMap<>();
    for (int k = 0; k < chances.length; k++) {
      Label label = labels.get(k);
      double habit = day.map(label.era()::weight).orElse(1.0);
      sums.merge(nameOn(day, label.category()), chances[k] * habit, Double::sum);
    }
    double all = sums.values().stream().mapToDouble(chance -> chance).sum();
    return sums.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(MOST)
        .map(best -> new CategoryScore(best.getKey(), rounded(best.getValue() / all)))
        .toList();
  }

  /** What a category is called on a day: two were renamed. */
  private static String nameOn(Optional<LocalDate> day, String category) {
    return day.filter(date -> !date.isBefore(RENAMED)).isPresent()
        ? RENAMINGS.getOrDefault(category, category)
        : category;
  }

  private static double rounded(double score) {
    return Math.round(score * STEP) / STEP;
  }

  private double[] scores(Vector paper, Optional<SentenceVector> meaning) {
    double[] scores = scores(paper);
    network
        .flatMap(known -> meaning.filter(known::reads).map(known::scores))
        .ifPresent(
            also -> {
              for (int k = 0; k < scores.length; k++) {
                scores[k] = WORDS_SHARE * scores[k] + VECTOR_SHARE * also[k];
              }
            });
    return scores;
  }

  /** The score of each class by words alone. */
  private double[] scores(Vector paper) {
    double[] scores = new double[labels.size()];
    for (int k = 0; k < scores.length; k++) {
      scores[k] = bias[k];
    }
    for (int i = 0; i < paper.rows().length; i++) {
      int row = paper.rows()[i];
      float value = paper.values()[i] * weights.unit();
      for (int at = weights.starts()[row]; at < weights.starts()[row + 1]; at++) {
        scores[weights.classes()[at]] += weights.weights()[at] * value;
      }
    }
    return scores;
  }

  /** The probability of each class (softmax). */
  private static double[] chances(double[] scores) {
    double most = Arrays.stream(scores).max().orElse(0);
    double[] chances = Arrays.stream(scores).map(score -> Math.exp(score - most)).toArray();
    double sum = Arrays.stream(chances).sum();
    return Arrays.stream(chances).map(chance -> chance / sum).toArray();
  }

  List<Label> labels() {
    return labels;
  }

  float[] bias() {
    return bias.clone();
  }

  FeatureTable features() {
    return features;
  }

  Weights weights() {
    return weights;
  }

  /** Whether it reads vectors of a model; of others it knows the words only. */
  public boolean readsVectorsOf(String model, String version) {
    return network.filter(known -> known.isOf(model, version)).isPresent();
  }

  Optional<SentenceNetwork> network() {
    return network;
  }
}
