package io.paperwire.tagging.topic;

import io.paperwire.topics.ResearchTopic;
import io.paperwire.topics.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which topics are near each other: a topic, those directly broader, all that are narrower, and
 * those that share a broader one. Whole fields of science and the broad topics below them are near
 * to too much to say anything.
 */
final class Neighbourhood {

  private static final int BROAD = 90;

  private final Vocabulary vocabulary;
  private final Map<String, Set<String>> near = new HashMap<>();

  Neighbourhood(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    for (ResearchTopic topic : vocabulary.topics()) {
      Set<String> ids = new HashSet<>();
      ids.add(topic.id());
      ids.addAll(vocabulary.narrower(topic.id()));
      for (String broader : topic.broader()) {
        if (vocabulary.narrower(broader).size() <= BROAD) {
          ids.add(broader);
          vocabulary.narrower(broader).stream()
              .filter(id -> isDirectlyBelow(vocabulary, id, broader))
              .forEach(ids::add);
        }
      }
      near.put(topic.id(), Set.copyOf(ids));
    }
  }

  /** Whether one topic is near another. */
  boolean near(String topic, String other) {
    return near.getOrDefault(topic, Set.of()).contains(other);
  }

  /** Whether two topics are the same or one is part of the other. */
  boolean sameLine(String topic, String other) {
    return topic.equals(other)
        || vocabulary.broader(topic).contains(other)
        || vocabulary.broader(other).contains(topic);
  }

  private static boolean isDirectlyBelow(Vocabulary vocabulary, String id, String broader) {
    return vocabulary.topic(id).stream().anyMatch(topic -> topic.broader().contains(broader));
  }
}
