package io.paperwire.index;

import io.paperwire.interest.Clause.Scope;
import io.paperwire.text.LetterHash;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How many papers of a million have a feature, as far as one can tell. It is learnt from the papers
 * that are shown, word by word; what was not seen is judged by its kind. A wrong guess costs time
 * and changes no answer.
 */
final class Rarity {

  static final int MILLION = 1_000_000;

  private static final int ENOUGH_PAPERS = 200;
  private static final int MOST_PAPERS = 10_000;
  private static final int MOST_COUNTS = 1 << 16;
  private static final int FURTHER_WORD = 8;

  private final Map<Long, Integer> counts = new HashMap<>();
  private int papers;

  /** Counts what a paper has. */
  void observe(ReadPaper paper) {
    if (papers == MOST_PAPERS) {
      return;
    }
    papers++;
    Set<Long> keys = new HashSet<>();
    for (Scope scope : new Scope[] {Scope.TITLE, Scope.ABSTRACT}) {
      ReadText text = paper.text(scope);
      for (int word = 0; word < text.size(); word++) {
        keys.add(text.hash(word));
      }
    }
    for (long mark : paper.marks()) {
      keys.add(mark);
    }
    paper.topics().values().forEach(topic -> keys.add(Feature.topicKey(topic.id(), 0)));
    for (long key : keys) {
      if (counts.size() < MOST_COUNTS || counts.containsKey(key)) {
        counts.merge(key, 1, Integer::sum);
      }
    }
  }

  /** How many of a million papers have the feature. */
  long estimate(Feature feature) {
    return switch (feature) {
      case Feature.InText phrase -> phrase(phrase);
      case Feature.Mark(long key, int usual) -> seen(key, usual);
      case Feature.AtLeast(String topicId, _) -> seen(Feature.topicKey(topicId, 0), 20_000);
      case Feature.ByAuthor author -> person(author);
    };
  }

  private long phrase(Feature.InText phrase) {
    long rarest = MILLION;
    for (String word : phrase.words()) {
      long usual = CommonWords.contains(word) ? MILLION : 200_000L / (word.length() + 1);
      rarest = Math.min(rarest, seen(LetterHash.of(word), usual));
    }
    for (int word = 1; word < phrase.words().size(); word++) {
      rarest /= FURTHER_WORD;
    }
    return rarest + 1;
  }

  private static long person(Feature.ByAuthor author) {
    int names = author.name().given()[0];
    return names == 0 ? 1_000 : 50;
  }

  private long seen(long key, long usual) {
    if (papers < ENOUGH_PAPERS) {
      return usual;
    }
    long count = counts.getOrDefault(key, 0);
    return count == 0 ? Math.min(usual, MILLION / papers) : count * MILLION / papers;
  }
}
