package io.paperwire.index;

import io.paperwire.interest.Clause;
import io.paperwire.interest.Clause.Scope;
import io.paperwire.text.AuthorName;
import io.paperwire.text.LetterHash;
import io.paperwire.text.Phrase;
import java.util.List;
import java.util.Locale;

/**
 * Something that a paper has or has not, and that interests ask for. The same feature in two
 * interests has the same key; keys are hashes of 64 bits and are taken for unique.
 */
sealed interface Feature {

  /** What tells the feature from others. */
  long key();

  /**
   * A phrase.
   *
   * @param phrase the phrase
   * @param scope where it has to stand
   * @param words its words, folded
   */
  record InText(Phrase phrase, Scope scope, List<String> words) implements Feature {

    public InText {
      words = List.copyOf(words);
    }

    /** The letters only: all variants of a phrase share the key. */
    @Override
    public long key() {
      return LetterHash.of(phrase.key());
    }

    int variant() {
      return Variant.of(scope, phrase.capitals(), words.size() == 1);
    }
  }

  /**
   * Whatever is simply there or not.
   *
   * @param key its key
   * @param usual how many papers of a million have it, as far as one can tell without looking
   */
  record Mark(long key, int usual) implements Feature {}

  /**
   * An author's name, with the key of its written form; one person may have several.
   *
   * @param name the name
   */
  record ByAuthor(AuthorName name) implements Feature {

    @Override
    public long key() {
      long key = AUTHOR;
      for (int number : name.given()) {
        key = key * 31 + number;
      }
      for (String family : name.familyKeys().stream().sorted().toList()) {
        key = LetterHash.mixed(key + LetterHash.of(family));
      }
      return key;
    }
  }

  /**
   * A topic with a score.
   *
   * @param topicId the topic's id
   * @param leastPercent the least score in hundredths
   */
  record AtLeast(String topicId, int leastPercent) implements Feature {

    @Override
    public long key() {
      return topicKey(topicId, leastPercent);
    }
  }

  /** Letters never have these keys: a phrase has no control characters. */
  long AUTHOR = LetterHash.of("\u0001a");

  /** Code that one can read. */
  Mark CODE = new Mark(LetterHash.of("\u0001code"), 200_000);

  /** Attention. */
  Mark TRENDING = new Mark(LetterHash.of("\u0001trending"), 50_000);

  /** A category. */
  static Mark category(String code) {
    return new Mark(key('c', code), 40_000);
  }

  /** All categories of an archive. */
  static Mark archive(String name) {
    return new Mark(key('h', name), 300_000);
  }

  /** A source, or a family of them; some tell of whole literatures. */
  static Mark source(String name) {
    return new Mark(key('s', name), isBig(name) ? 600_000 : 200_000);
  }

  private static boolean isBig(String source) {
    return switch (source) {
      case "arxiv", "arxiv-feed", "arxiv-oai", "arxiv-api", "openalex", "crossref" -> true;
      case String _ -> false;
    };
  }

  /** What happened last; to most papers nothing does once they are there. */
  static Mark kind(Clause.Kind kind) {
    int usual =
        switch (kind) {
          case ANNOUNCED -> 700_000;
          case REVISED, CROSS_LISTED, PUBLISHED -> 200_000;
          case WITHDRAWN -> 5_000;
        };
    return new Mark(key('k', kind.name()), usual);
  }

  /** What the paper contributes. */
  static Mark contribution(Clause.Contribution contribution) {
    int usual =
        switch (contribution) {
          case METHOD -> 600_000;
          case SURVEY, POSITION, BENCHMARK, DATASET, THEORY, SYSTEM -> 100_000;
        };
    return new Mark(key('p', contribution.name()), usual);
  }

  /** A person. */
  static Mark orcid(String id) {
    return new Mark(key('o', id), 5);
  }

  /** The key of a topic with a score of at least so many hundredths. */
  static long topicKey(String id, int leastPercent) {
    return key('t', id) + leastPercent;
  }

  /**
   * The key under which names are filed that may agree: the family name, and the first letter of
   * the first given name or 0 if there is none.
   */
  static long nameGroup(String family, int initial) {
    return LetterHash.mixed(key('f', family) + initial);
  }

  private static long key(char kind, String text) {
    return LetterHash.mixed(LetterHash.of("\u0001" + kind + text.toLowerCase(Locale.ROOT)));
  }
}
