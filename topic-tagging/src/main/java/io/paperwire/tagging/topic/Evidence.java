package io.paperwire.tagging.topic;

import io.paperwire.topics.ResearchTopic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What speaks for one topic in one paper. */
final class Evidence {

  private static final int MOST_WORDS = 3;
  private static final double REPETITION = 0.7;

  private final ResearchTopic topic;
  private final Map<String, String> words = new LinkedHashMap<>();
  private double weight;
  private int occurrences;
  private boolean inTitle;
  private boolean certain;

  Evidence(ResearchTopic topic) {
    this.topic = topic;
  }

  /**
   * Adds an occurrence of a phrase, or of several that mean the topic together.
   *
   * @param written the phrases as they stand in the paper
   * @param value how much it counts
   * @param title whether it stands in the title
   */
  void add(List<String> written, double value, boolean title) {
    weight += value * Math.pow(REPETITION, occurrences);
    occurrences++;
    inTitle |= title;
    written.forEach(phrase -> words.putIfAbsent(phrase.toLowerCase(Locale.ROOT), phrase));
  }

  /**
   * Notes that the words can hardly mean anything else: there are several, they are an acronym or
   * in the name of the topic, or other topics speak for it.
   */
  void addCertainty() {
    certain = true;
  }

  /** Whether there is more than an everyday word. */
  boolean certain() {
    return certain;
  }

  ResearchTopic topic() {
    return topic;
  }

  double weight() {
    return weight;
  }

  boolean inTitle() {
    return inTitle;
  }

  /** The first phrase as it stands in the paper. */
  String firstWords() {
    return words.values().iterator().next();
  }

  /** The phrases as they stand in the paper, first ones first. */
  List<String> words() {
    return new ArrayList<>(words.values()).subList(0, Math.min(MOST_WORDS, words.size()));
  }
}
