package io.paperwire.tagging.topic;

import io.paperwire.text.Abbreviation;
import io.paperwire.text.Hit;
import io.paperwire.text.Phrase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One paper while it is read: decides which hits count and gathers what speaks for each topic. */
final class Reading {

  private static final double ACRONYM_NEAR = 0.8;
  private static final double WORD_NEAR = 0.5;
  private static final double ONE_WORD = 0.8;
  private static final double TWO_WORDS = 0.95;
  private static final int OFTEN = 3;

  private final List<Passage> passages;
  private final List<String> categories;
  private final Neighbourhood neighbourhood;

  /** Topics that a phrase speaks for that means nothing else. */
  private final Set<String> certain = new HashSet<>();

  /** What the paper says that its acronyms mean: folded acronym to ids of topics, maybe none. */
  private final Map<String, Set<String>> explained = new HashMap<>();

  /** How often a phrase stands in the paper that may need no other topic beside it. */
  private final Map<String, Integer> frequency = new HashMap<>();

  private final Set<String> inTitle = new HashSet<>();

  Reading(List<Passage> passages, List<String> categories, Neighbourhood neighbourhood) {
    this.passages = passages;
    this.categories = categories;
    this.neighbourhood = neighbourhood;
    passages.forEach(this::survey);
  }

  /** The evidence for each topic, by its id, in the order of the paper. */
  Map<String, Evidence> evidence() {
    Map<String, Evidence> evidence = new LinkedHashMap<>();
    for (Passage passage : passages) {
      for (Hit<Meaning> hit : passage.hits()) {
        double value = value(hit);
        if (value > 0) {
          Evidence found =
              evidence.computeIfAbsent(
                  hit.value().topic().id(), id -> new Evidence(hit.value().topic()));
          found.add(
              List.of(passage.text().asWritten(hit.from(), hit.to())),
              value * passage.weight(hit.from()),
              passage.title());
          if (hit.phrase().words() > 1 || hit.phrase().capitals() || hit.value().named()) {
            found.addCertainty();
          }
        }
      }
    }
    return evidence;
  }

  private void survey(Passage passage) {
    for (Hit<Meaning> hit : passage.hits()) {
      if (!hit.value().inContext()) {
        certain.add(hit.value().topic().id());
      } else if (!hit.value().shared()) {
        frequency.merge(place(hit), 1, Integer::sum);
        if (passage.title()) {
          inTitle.add(place(hit));
        }
      }
    }
    explain(passage);
  }

  /** Notes what a passage says that its acronyms mean; these and the hits stand in its order. */
  private void explain(Passage passage) {
    List<Hit<Meaning>> hits = passage.hits();
    int first = 0;
    for (Abbreviation abbreviation : passage.abbreviations()) {
      while (first < hits.size() && hits.get(first).from() < abbreviation.from()) {
        first++;
      }
      Set<String> meant = explained.computeIfAbsent(abbreviation.key(), key -> new HashSet<>());
      for (int i = first; i < hits.size() && hits.get(i).from() < abbreviation.to(); i++) {
        if (hits.get(i).to() <= abbreviation.to()) {
          meant.add(hits.get(i).value().topic().id());
        }
      }
    }
  }

  /** How much a hit counts, before its place; 0 if it means something else. */
  private double value(Hit<Meaning> hit) {
    double telling = telling(hit.phrase());
    String topic = hit.value().topic().id();
    Set<String> meant = hit.phrase().capitals() ? explained.get(hit.phrase().key()) : null;
    if (meant != null && (hit.value().inContext() || !meant.isEmpty())) {
      return meant.stream().anyMatch(id -> neighbourhood.sameLine(topic, id)) ? telling : 0;
    }
    if (!hit.value().inContext() || certain.contains(topic)) {
      return telling;
    }
    boolean near = certain.stream().anyMatch(other -> neighbourhood.near(topic, other));
    if (!near && !speaksForItself(hit)) {
      return 0;
    }
    return telling * (hit.phrase().capitals() ? ACRONYM_NEAR : WORD_NEAR);
  }

  /** Whether an ambiguous phrase needs no other topic beside it. */
  private boolean speaksForItself(Hit<Meaning> hit) {
    boolean hinted = categories.stream().anyMatch(hit.value().topic().categories()::contains);
    if (hit.phrase().capitals() || (!categories.isEmpty() && !hinted)) {
      return hinted;
    }
    return !hit.value().shared()
        && inTitle.contains(place(hit))
        && frequency.getOrDefault(place(hit), 0) >= OFTEN;
  }

  private static String place(Hit<Meaning> hit) {
    return hit.value().topic().id() + ' ' + hit.phrase().key();
  }

  private static double telling(Phrase phrase) {
    if (phrase.capitals()) {
      return TWO_WORDS;
    }
    return switch (phrase.words()) {
      case 1 -> ONE_WORD;
      case 2 -> TWO_WORDS;
      default -> 1;
    };
  }
}
