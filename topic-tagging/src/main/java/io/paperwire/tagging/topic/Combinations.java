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
      inTitle(part, whole, evidence).ifPresent(parts::add);
    }
    if (parts.size() == whole.combines().size() && parts.stream().distinct().count() > 1) {
      Evidence ofWhole = evidence.computeIfAbsent(whole.id(), id -> new Evidence(whole));
      ofWhole.add(parts.stream().map(Evidence::firstWords).distinct().toList(), WHOLE, true);
      ofWhole.addCertainty();
    }
  }

  /** What speaks in the title for a topic or for a part of it. */
  private Optional<Evidence> inTitle(
      String part, ResearchTopic whole, Map<String, Evidence> evidence) {
    return evidence.values().stream()
        .filter(found -> found.inTitle() && !found.topic().equals(whole))
        .filter(
            found ->
                found.topic().id().equals(part)
                    || vocabulary.narrower(part).contains(found.topic().id()))
        .findFirst();
  }
}
