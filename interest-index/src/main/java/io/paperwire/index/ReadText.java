package io.paperwire.index;

import io.paperwire.text.AnalyzedText;
import io.paperwire.text.LetterHash;
import io.paperwire.text.Phrase;
import io.paperwire.text.TextAnalyzer;
import io.paperwire.text.Word;
import io.paperwire.text.Word.Link;
import java.util.List;

/**
 * A text whose runs of words are looked up. A run never crosses a break. It has loose ends if two
 * of its words are {@linkplain Word#isLooseFrom loose}: it may not be read as one word.
 */
final class ReadText {

  /** Letters by which {@link #start} tells beginnings apart. */
  static final int START_LETTERS = 5;

  private static final int START_BITS = 18;

  /** How many different values {@link #start} has. */
  static final int STARTS = 1 << START_BITS;

  private final AnalyzedText text;
  private final long[] hashes;
  private final long[] powers;
  private final int[] lengths;
  private final Link[] links;
  private final boolean[] loose;
  private final int[] starts;

  private ReadText(AnalyzedText text) {
    this.text = text;
    List<Word> words = text.words();
    int size = words.size();
    hashes = new long[size];
    powers = new long[size];
    lengths = new int[size];
    links = new Link[size];
    loose = new boolean[size];
    for (int i = 0; i < size; i++) {
      Word word = words.get(i);
      hashes[i] = word.letters();
      lengths[i] = word.form().length();
      powers[i] = LetterHash.power(lengths[i]);
      links[i] = word.link();
      loose[i] = i > 0 && word.isLooseFrom(words.get(i - 1));
    }
    starts = new int[size];
    for (int i = 0; i < size; i++) {
      starts[i] = startAt(i);
    }
  }

  static ReadText of(String text) {
    return new ReadText(TextAnalyzer.analyze(text));
  }

  AnalyzedText analyzed() {
    return text;
  }

  int size() {
    return hashes.length;
  }

  long hash(int word) {
    return hashes[word];
  }

  /** The hash of a run that is longer by a word. */
  long extended(long hash, int word) {
    return LetterHash.join(hash, powers[word], hashes[word]);
  }

  int length(int word) {
    return lengths[word];
  }

  boolean startsAfterBreak(int word) {
    return links[word] == Link.BREAK;
  }

  /** Whether a run that goes on with this word has loose ends there. */
  boolean isLoose(int word) {
    return loose[word];
  }

  boolean isJoined(int word) {
    return links[word] == Link.JOINED;
  }

  String asWritten(int from, int to) {
    return text.asWritten(from, to);
  }

  /** A number for the first letters of the runs that begin with a word. */
  int start(int word) {
    return starts[word];
  }

  private int startAt(int word) {
    long hash = 0;
    int letters = 0;
    for (int i = word; i < size() && letters < START_LETTERS; i++) {
      String form = text.words().get(i).form();
      for (int j = 0; j < form.length() && letters < START_LETTERS; j++, letters++) {
        hash = startStep(hash, form.charAt(j));
      }
    }
    return startOf(hash);
  }

  /** The {@link #start} of the runs that spell a key of so many letters or more. */
  static int start(String key) {
    long hash = 0;
    for (int i = 0; i < START_LETTERS; i++) {
      hash = startStep(hash, key.charAt(i));
    }
    return startOf(hash);
  }

  private static long startStep(long hash, char letter) {
    return hash * 131 + letter;
  }

  private static int startOf(long hash) {
    return (int) (LetterHash.mixed(hash) >>> (Long.SIZE - START_BITS));
  }

  /**
   * Looks for a phrase.
   *
   * @return index of the first word and index after the last, or an empty array
   */
  int[] find(Feature.InText phrase) {
    String letters = phrase.phrase().key();
    boolean hasStart = letters.length() >= START_LETTERS;
    int start = hasStart ? start(letters) : 0;
    for (int from = 0; from < size(); from++) {
      if (!hasStart || starts[from] == start) {
        int end = endOf(phrase, letters.length(), from);
        if (end > from) {
          return new int[] {from, end};
        }
      }
    }
    return new int[0];
  }

  /** Index after the last word of a phrase of so many letters that begins here; 0 if none does. */
  private int endOf(Feature.InText phrase, int letters, int from) {
    long key = phrase.key();
    long hash = 0;
    int length = 0;
    boolean loose = false;
    for (int to = from; to < size() && length < letters; to++) {
      if (to > from) {
        if (startsAfterBreak(to)) {
          return 0;
        }
        loose |= isLoose(to);
      }
      length += length(to);
      hash = extended(hash, to);
      if (length == letters && hash == key && agrees(phrase.variant(), loose, from, to + 1)) {
        return to + 1;
      }
    }
    return 0;
  }

  /** Whether a run with the letters of a phrase is one of its variant, wherever it stands. */
  boolean agrees(int variant, boolean loose, int from, int to) {
    return !(loose && Variant.needsOneWord(variant))
        && (!Variant.needsCapitals(variant) || Phrase.isInCapitals(asWritten(from, to)));
  }
}
