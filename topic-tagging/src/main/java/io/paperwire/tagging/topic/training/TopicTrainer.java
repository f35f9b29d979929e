package io.paperwire.tagging.topic.training;

import io.paperwire.tagging.network.AdamLayer;
import io.paperwire.tagging.network.Standardisation;
import io.paperwire.tagging.paper.PaperText;
import io.paperwire.tagging.paper.SentenceVector;
import io.paperwire.tagging.topic.SentenceTopics;
import io.paperwire.tagging.topic.SentenceTopics.Known;
import io.paperwire.tagging.topic.Tag;
import io.paperwire.tagging.topic.Tagger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Trains {@link SentenceTopics}. The same papers in the same order give the same bytes. */
public final class TopicTrainer {

  private static final long SEED = 3;

  private final Tagger words;
  private final TopicTrainingSettings settings;
  private final Consumer<String> progress;

  /**
   * A trainer.
   *
   * @param words tells the topics of papers by their words
   * @param progress told a line after each epoch
   */
  public TopicTrainer(Tagger words, TopicTrainingSettings settings, Consumer<String> progress) {
    this.words = words;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * A paper to learn from.
   *
   * @param text what is read of it
   * @param meaning its sentence vector
   */
  public record Paper(PaperText text, SentenceVector meaning) {

    String title() {
      return text.title().strip().replaceAll("\\s+", " ");
    }
  }

  /**
   * A paper with the topics that were learnt.
   *
   * @param classes numbers of its topics
   * @param chances how sure each of them is by words, in [0, 1]
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared
  private record Example(Paper paper, int[] classes, float[] chances) {}

  /**
   * Learns.
   *
   * @throws IllegalArgumentException if no topic has papers enough, or the vectors are not of one
   *     model
   */
  public SentenceTopics train(List<Paper> papers) {
    List<List<Tag>> tags = papers.stream().map(paper -> words.tag(paper.text())).toList();
    List<String> topics = frequent(tags);
    if (topics.isEmpty()) {
      throw new IllegalArgumentException(
          "no topic is named by %d papers or more".formatted(settings.leastPapers()));
    }
    SentenceVector any = papers.getFirst().meaning();
    if (papers.stream().anyMatch(p -> !p.meaning().isOf(any.model(), any.version()))) {
      throw new IllegalArgumentException("the sentence vectors are of several models");
    }
    progress.accept("%,d papers, %,d topics".formatted(papers.size(), topics.size()));
    List<Example> examples = examples(papers, tags, topics);
    Standardisation inputs =
        Standardisation.of(papers.stream().map(paper -> paper.meaning().components()).toList());
    AdamLayer layer = new AdamLayer(any.components().length, prior(examples, topics.size()));
    descend(new ArrayList<>(examples), layer, inputs);
    return new SentenceTopics(
        any.model(), any.version(), layer.reading(inputs), known(examples, topics, layer, inputs));
  }

  private List<String> frequent(List<List<Tag>> tags) {
    Map<String, Integer> papers = new TreeMap<>();
    tags.forEach(given -> given.forEach(tag -> papers.merge(tag.topic(), 1, Integer::sum)));
    return papers.entrySet().stream()
        .filter(topic -> topic.getValue() >= settings.leastPapers())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<Example> examples(
      List<Paper> papers, List<List<Tag>> tags, List<String> topics) {
    List<Example> examples = new ArrayList<>(papers.size());
    for (int i = 0; i < papers.size(); i++) {
      List<Tag> learnt =
          tags.get(i).stream()
              .filter(tag -> Collections.binarySearch(topics, tag.topic()) >= 0)
              .toList();
      int[] classes = new int[learnt.size()];
      float[] chances = new float[learnt.size()];
      for (int j = 0; j < classes.length; j++) {
        classes[j] = Collections.binarySearch(topics, learnt.get(j).topic());
        chances[j] = (float) learnt.get(j).score();
      }
      examples.add(new Example(papers.get(i), classes, chances));
    }
    return examples;
  }

  /** As often as each topic occurs, as a logarithm of odds. */
  private static float[] prior(List<Example> examples, int topics) {
    double[] sums = new double[topics];
    for (Example example : examples) {
      for (int j = 0; j < example.classes().length; j++) {
        sums[example.classes()[j]] += example.chances()[j];
      }
    }
    float[] prior = new float[topics];
    for (int k = 0; k < topics; k++) {
      prior[k] = (float) Math.log(sums[k] / (examples.size() - sums[k] + 1));
    }
    return prior;
  }

  private void descend(List<Example> order, AdamLayer layer, Standardisation inputs) {
    Random random = new Random(SEED);
    int batches = (order.size() + settings.batch() - 1) / settings.batch();
    double steps = (double) batches * settings.epochs();
    int step = 0;
    for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
      Collections.shuffle(order, random);
      double loss = 0;
      for (int from = 0; from < order.size(); from += settings.batch()) {
        int to = Math.min(order.size(), from + settings.batch());
        for (Example example : order.subList(from, to)) {
          loss += learn(example, layer, inputs);
        }
        layer.step(to - from, settings.rate() * (1 - step++ / steps), settings.shrinkage());
      }
      progress.accept("epoch %d: loss %.3f".formatted(epoch, loss / order.size()));
    }
  }

  /** Notes the gradient of one paper; returns how surprised the layer was by its topics. */
  private static double learn(Example example, AdamLayer layer, Standardisation inputs) {
    float[] in = new float[example.paper().meaning().components().length];
    inputs.apply(example.paper().meaning().components(), in);
    float[] slopes = chances(layer, in);
    double surprise = 0;
    for (int j = 0; j < example.classes().length; j++) {
      int k = example.classes()[j];
      surprise -= Math.log(Math.max(1e-9, slopes[k]));
      slopes[k] -= example.chances()[j];
    }
    layer.learn(in, slopes);
    return surprise;
  }

  private static float[] chances(AdamLayer layer, float[] in) {
    float[] outputs = new float[layer.outputs()];
    layer.forward(in, outputs);
    for (int k = 0; k < outputs.length; k++) {
      outputs[k] = (float) (1 / (1 + Math.exp(-outputs[k])));
    }
    return outputs;
  }

  /** Each topic with those of its papers that are the surest to be about it. */
  private List<Known> known(
      List<Example> examples, List<String> topics, AdamLayer layer, Standardisation inputs) {
    List<Surest> surest = topics.stream().map(_ -> new Surest(settings.examples())).toList();
    for (Example example : examples) {
      float[] in = new float[example.paper().meaning().components().length];
      inputs.apply(example.paper().meaning().components(), in);
      float[] chances = chances(layer, in);
      for (int k : example.classes()) {
        surest.get(k).add(example.paper(), chances[k]);
      }
    }
    List<Known> known = new ArrayList<>(topics.size());
    for (int k = 0; k < topics.size(); k++) {
      known.add(new Known(topics.get(k), surest.get(k).examples()));
    }
    return known;
  }
}
