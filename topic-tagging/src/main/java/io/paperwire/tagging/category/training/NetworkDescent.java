package io.paperwire.tagging.category.training;

import io.paperwire.tagging.category.SentenceNetwork;
import io.paperwire.tagging.network.AdamLayer;
import io.paperwire.tagging.network.Standardisation;
import io.paperwire.tagging.paper.SentenceVector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Trains the network that reads sentence vectors, by itself: what it says is added to what the
 * words say. Trained together, the words, of which there are far more, learn the papers by heart
 * and leave it nothing to learn.
 */
final class NetworkDescent {

  private static final long SEED = 2;

  private final NetworkSettings settings;
  private final double secondary;
  private final List<Example> examples;
  private final SentenceVector any;
  private final Random random = new Random(SEED);
  private final AdamLayer hidden;
  private final AdamLayer classes;
  private final Standardisation inputs;

  // Of the example at hand.
  private final float[] in;
  private final float[] units;
  private final float[] scores;
  private final float[] slopes;

  /**
   * A descent.
   *
   * @param secondary how much of a label the further categories share
   * @param examples all with a vector, one at least
   * @throws IllegalArgumentException if the vectors are not of one model
   */
  NetworkDescent(
      int classCount, NetworkSettings settings, double secondary, List<Example> examples) {
    this.settings = settings;
    this.secondary = secondary;
    this.examples = new ArrayList<>(examples);
    this.any = vector(examples.getFirst());
    for (Example example : examples) {
      if (!vector(example).isOf(any.model(), any.version())) {
        throw new IllegalArgumentException("the sentence vectors are of several models");
      }
    }
    int dimensions = any.components().length;
    this.inputs =
        Standardisation.of(examples.stream().map(example -> vector(example).components()).toList());
    this.hidden = new AdamLayer(dimensions, settings.hidden(), random);
    this.classes = new AdamLayer(settings.hidden(), classCount, random);
    this.in = new float[dimensions];
    this.units = new float[settings.hidden()];
    this.slopes = new float[settings.hidden()];
    this.scores = new float[classCount];
  }

  /**
   * Goes through all examples, again and again.
   *
   * @param shift what the bias of each class moves by in the end
   */
  SentenceNetwork run(float[] shift, Consumer<String> progress) {
    int batches = (examples.size() + settings.batch() - 1) / settings.batch();
    double steps = (double) batches * settings.epochs();
    int step = 0;
    for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
      Collections.shuffle(examples, random);
      double loss = 0;
      for (int from = 0; from < examples.size(); from += settings.batch()) {
        int to = Math.min(examples.size(), from + settings.batch());
        for (Example example : examples.subList(from, to)) {
          loss += learn(example);
        }
        double rate = settings.rate() * (1 - step++ / steps);
        hidden.step(to - from, rate, settings.shrinkage());
        classes.step(to - from, rate, settings.shrinkage());
      }
      progress.accept(
          "sentence vectors, epoch %d: loss %.3f".formatted(epoch, loss / examples.size()));
    }
    return new SentenceNetwork(
        any.model(), any.version(), hidden.reading(inputs), classes.shifted(shift));
  }

  /** Notes the gradients of one example; returns how surprised the network was. */
  private double learn(Example example) {
    inputs.apply(vector(example).components(), in);
    hidden.forward(in, units);
    float kept = (float) (1 / (1 - settings.dropout()));
    for (int i = 0; i < units.length; i++) {
      boolean out = units[i] <= 0 || random.nextFloat() < settings.dropout();
      units[i] = out ? 0 : units[i] * kept;
    }
    classes.forward(units, scores);
    Softmax.of(scores);
    double surprise = -Math.log(Math.max(1e-9, scores[example.primary()]));
    example.takeLabelOff(scores, secondary);
    for (int k = 0; k < scores.length; k++) {
      scores[k] *= example.weight();
    }
    classes.learn(units, scores);
    for (int i = 0; i < units.length; i++) {
      slopes[i] = units[i] == 0 ? 0 : classes.backward(i, scores) * kept;
    }
    hidden.learn(in, slopes);
    return surprise;
  }

  private static SentenceVector vector(Example example) {
    return example.meaning().orElseThrow();
  }
}
