package io.paperwire.topics;

import io.paperwire.text.Phrase;
import io.paperwire.topics.VocabularyFile.Entry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks that topics fit together. */
final class VocabularyChecks {

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** So many categories are named to someone who writes one that there is not. */
  private static final int SUGGESTIONS = 2;

  private final List<Entry> entries;
  private final Map<String, Entry> byId = new HashMap<>();

  private VocabularyChecks(List<Entry> entries) {
    this.entries = entries;
  }

  /**
   * Checks all topics.
   *
   * @throws VocabularyException for the first topic that does not fit
   */
  static void check(List<Entry> entries) {
    VocabularyChecks checks = new VocabularyChecks(entries);
    checks.checkIds();
    checks.checkPhrases();
    checks.checkRelations();
    checks.checkFields();
    checks.checkCategories();
  }

  private void checkIds() {
    Map<String, Entry> labels = new HashMap<>();
    for (Entry entry : entries) {
      String id = entry.topic().id();
      if (!ID.matcher(id).matches()) {
        throw mistake(entry, "id '" + id + "' must be small letters, digits and single hyphens");
      }
      Entry same = byId.putIfAbsent(id, entry);
      if (same != null) {
        throw mistake(entry, "id '" + id + "' is taken in " + same.placeFrom(entry));
      }
      Entry sameLabel = labels.putIfAbsent(key(entry, entry.topic().label()), entry);
      if (sameLabel != null) {
        throw mistake(
            entry,
            "label '"
                + entry.topic().label()
                + "' reads like that in "
                + sameLabel.placeFrom(entry));
      }
    }
  }

  private void checkPhrases() {
    Map<String, Entry> owners = new HashMap<>();
    for (Entry entry : entries) {
      if (entry.topic().phrases().isEmpty()) {
        throw mistake(entry, "nothing finds the topic; give it a label or an alias that is unique");
      }
      for (String phrase : entry.topic().phrases()) {
        Entry owner = owners.putIfAbsent(key(entry, phrase), entry);
        if (owner != null) {
          throw mistake(
              entry,
              "'%s' is already a phrase of '%s' in %s; keep it once, or put it in-context in both"
                  .formatted(phrase, owner.topic().id(), owner.placeFrom(entry)));
        }
      }
    }
    for (Entry entry : entries) {
      Set<String> own = new HashSet<>();
      for (String phrase : entry.topic().inContext()) {
        Entry owner = owners.get(key(entry, phrase));
        if (owner != null) {
          throw mistake(
              entry,
              "'%s' cannot be in-context, because it always means '%s' (%s)"
                  .formatted(phrase, owner.topic().id(), owner.placeFrom(entry)));
        }
        if (!own.add(key(entry, phrase))) {
          throw mistake(entry, "'" + phrase + "' is in-context twice");
        }
      }
    }
  }

  private void checkRelations() {
    for (Entry entry : entries) {
      checkExist(entry, "broader", entry.topic().broader());
      checkExist(entry, "combined", entry.topic().combines());
      if (entry.topic().combines().size() == 1) {
        throw mistake(entry, "combines needs two topics or more");
      }
    }
    for (Entry entry : entries) {
      if (reaches(entry.topic())) {
        throw mistake(
            entry,
            "'"
                + entry.topic().id()
                + "' is broader than itself; take one broader out of the circle");
      }
    }
  }

  private void checkExist(Entry entry, String relation, List<String> ids) {
    for (String id : ids) {
      if (!byId.containsKey(id)) {
        throw mistake(
            entry, relation + " topic '" + id + "' does not exist; add it or correct the id");
      }
    }
  }

  private boolean reaches(ResearchTopic topic) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(topic.broader());
    while (!open.isEmpty()) {
      String id = open.pop();
      if (id.equals(topic.id())) {
        return true;
      }
      Entry entry = byId.get(id);
      if (entry != null && seen.add(id)) {
        open.addAll(entry.topic().broader());
      }
    }
    return false;
  }

  private void checkFields() {
    Set<String> withNarrower = new HashSet<>();
    entries.forEach(entry -> withNarrower.addAll(entry.topic().broader()));
    for (Entry entry : entries) {
      if (entry.topic().broader().isEmpty() && !withNarrower.contains(entry.topic().id())) {
        throw mistake(entry, "'" + entry.topic().id() + "' stands alone; give it a broader topic");
      }
    }
  }

  private void checkCategories() {
    ArxivCategories arxiv = ArxivCategories.load();
    for (Entry entry : entries) {
      for (String code : entry.topic().categories()) {
        if (!arxiv.isCategory(code)) {
          String near =
              arxiv.nearest(code, SUGGESTIONS).stream()
                  .map(ArxivCategories.Category::code)
                  .collect(Collectors.joining(" or "));
          throw mistake(
              entry,
              "arXiv has no category '%s'; %s"
                  .formatted(code, near.isEmpty() ? "take it out" : "write " + near));
        }
      }
    }
  }

  private String key(Entry entry, String phrase) {
    return Phrase.of(phrase)
        .map(Phrase::key)
        .orElseThrow(() -> mistake(entry, "'" + phrase + "' has no letter"));
  }

  private VocabularyException mistake(Entry entry, String problem) {
    return new VocabularyException(entry.file(), entry.line(), problem);
  }
}
