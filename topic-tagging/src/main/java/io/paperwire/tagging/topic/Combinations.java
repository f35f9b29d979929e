package io.paperwire.tagging.topic;

import io.paperwire.topics.ResearchTopic;
import io.paperwire.topics.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Concludes from topics that are made of others: a title that is about the parts is about the
 * whole, and a title that names the whole is about each part.
 */
final class Combinations {

  private static final double WHOLE = 1.2;
  private static final double PART = 0.9;

  private final Vocabulary vocabulary;
  private final List<ResearchTopic> combined;

  Combinations(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.combined =
        vocabulary.topics().stream().filter(topic -> !topic.combines().isEmpty()).toList();
  }

  /** Adds evidence for what can be concluded. */
  void addTo(Map<String, Evidence> evidence) {
    if (evidence.values().stream().noneMatch(Evidence::inTitle)) {
      return;
    }
    for (ResearchTopic whole : combined) {
      Evidence found = evidence.get(whole.id());
      if (found != null && found.inTitle()) {
        addParts(whole, found, evidence);
      } else {
        addWhole(whole, evidence);
      }
    }
  }

  private void addParts(ResearchTopic whole, Evidence found, Map<String, Evidence> evidence) {
    for (String part : whole.combines()) {
      vocabulary
          .topic(part)
          .map(topic -> evidence.computeIfAbsent(part, id -> new Evidence(topic)))
          .filter(ofPart -> !ofPart.inTitle())
          .ifPresent(
              ofPart -> {
                ofPart.add(List.of(found.firstWords()), PART, true);
                ofPart.addCertainty();
              });
    }
  }

  private void addWhole(ResearchTopic whole, Map<String, Evidence> evidence) {
    List<Evidence> parts = new ArrayList<>();
    for (String part : whole.combines()) {
      Optional<Evidence> found = inTitle(part, whole, evidence);
      if (found.isEmpty()) {
        return;
      }
      parts.add(found.get());
    }
    if (parts.stream().distinct().count() > 1) {
      Evidence ofWhole = evidence.computeIfAbsent(whole.id(), id -> new Evidence(whole));
      ofWhole.add(parts.stream().map(Evidence::firstWords).distinct().toList(), WHOLE, true);
      ofWhole.addCertainty();
    }
  }

  /** What speaks in the title for a topic or for a part of it. */
  private Optional<Evidence> inTitle(
      String part, ResearchTopic whole, Map<String, Evidence> evidence) {
    for (Evidence found : evidence.values()) {
      String topic = found.topic().id();
      if (found.inTitle()
          && !topic.equals(whole.id())
          && (topic.equals(part) || vocabulary.narrower(part).contains(topic))) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
