package io.paperwire.tagging.topic;

import io.paperwire.topics.ResearchTopic;
import io.paperwire.topics.Vocabulary;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns evidence into scores and keeps the topics that matter. */
final class Scoring {

  private static final double LEAST = 0.44;
  private static final double LEAST_OF_BEST = 0.45;
  private static final double SATURATION = 0.9;
  private static final double CATEGORY = 1.2;
  private static final double OTHER_CATEGORY = 0.85;
  private static final double BROADER = 0.6;
  private static final double BROADER_IN_TITLE = 0.8;
  private static final double LEAST_SPECIFIC = 0.5;
  private static final double SPECIFICITY_LOSS = 1.0 / 450;
  private static final double ALONE = 0.55;
  private static final double STEP = 1_000;

  private final Vocabulary vocabulary;
  private final Neighbourhood neighbourhood;
  private final Calibration calibration;

  Scoring(Vocabulary vocabulary, Neighbourhood neighbourhood, Calibration calibration) {
    this.vocabulary = vocabulary;
    this.neighbourhood = neighbourhood;
    this.calibration = calibration;
  }

  /** The topics with enough evidence, best first. */
  List<Tag> tags(Map<String, Evidence> evidence, List<String> categories) {
    if (evidence.isEmpty()) {
      return List.of();
    }
    Map<String, Double> alone = new HashMap<>();
    evidence.forEach((id, found) -> alone.put(id, score(found, evidence, categories)));
    Map<String, Double> together = new HashMap<>();
    evidence.forEach((id, found) -> together.put(id, besideNarrower(found, alone)));
    double best = Collections.max(together.values(), Comparator.naturalOrder());
    double least = Math.max(LEAST, LEAST_OF_BEST * best);
    return evidence.values().stream()
        .filter(found -> together.getOrDefault(found.topic().id(), 0.0) >= least)
        .sorted(
            Comparator.comparingDouble(
                    (Evidence found) -> together.getOrDefault(found.topic().id(), 0.0))
                .reversed()
                .thenComparing(found -> found.topic().id()))
        .limit(Tagger.MOST)
        .map(found -> tag(found, together.getOrDefault(found.topic().id(), 0.0)))
        .toList();
  }

  private double score(Evidence found, Map<String, Evidence> evidence, List<String> categories) {
    double weight = found.weight() * specificity(found.topic().id());
    boolean hinted = categories.stream().anyMatch(found.topic().categories()::contains);
    if (!categories.isEmpty()) {
      weight *= hinted ? CATEGORY : OTHER_CATEGORY;
    }
    if (!found.certain() && !hinted && isAlone(found.topic(), evidence)) {
      weight *= ALONE;
    }
    return 1 - Math.exp(-SATURATION * weight);
  }

  /** Whether a paper is about nothing else that has to do with a topic: a word may be by chance. */
  private boolean isAlone(ResearchTopic topic, Map<String, Evidence> evidence) {
    return evidence.keySet().stream()
        .noneMatch(
            other ->
                !other.equals(topic.id())
                    && (neighbourhood.near(topic.id(), other)
                        || neighbourhood.near(other, topic.id())));
  }

  /** A topic with many parts says little. */
  private double specificity(String id) {
    return Math.max(LEAST_SPECIFIC, 1 - vocabulary.narrower(id).size() * SPECIFICITY_LOSS);
  }

  /** A topic says little beside a part of it that the paper is at least as much about. */
  private double besideNarrower(Evidence found, Map<String, Double> alone) {
    String id = found.topic().id();
    double own = alone.getOrDefault(id, 0.0);
    Set<String> narrower = vocabulary.narrower(id);
    boolean overshadowed =
        alone.entrySet().stream()
            .anyMatch(other -> other.getValue() >= own && narrower.contains(other.getKey()));
    if (!overshadowed) {
      return own;
    }
    return own * (found.inTitle() ? BROADER_IN_TITLE : BROADER);
  }

  private Tag tag(Evidence found, double score) {
    return new Tag(
        found.topic().id(),
        found.topic().label(),
        Math.round(calibration.of(score) * STEP) / STEP,
        found.words());
  }
}
