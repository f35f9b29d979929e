package io.paperwire.tagging.category;

import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.text.AnalyzedText;
import io.paperwire.text.LetterHash;
import io.paperwire.text.Word;
import java.util.Arrays;

/**
 * What a paper shows of where it belongs: its words and pairs of neighbouring words, those of the
 * title once more by themselves. A feature is a hash of 32 bits; two of the some hundred thousand
 * that matter rarely share one.
 */
public final class CategoryFeatures {

  /** The parts of a paper, each with features of its own. */
  public enum Field {
    /** Title and abstract together. */
    TEXT,
    /** The title alone. */
    TITLE
  }

  /**
   * The features of one part.
   *
   * @param hashes ascending, without repeats
   * @param counts how often each stands there
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared
  public record Counts(int[] hashes, int[] counts) {}

  private static final long PAIR = 0x51ED270B7A2FL;

  private CategoryFeatures() {}

  /** The features of a part of a paper. */
  public static Counts of(AnalyzedPaper paper, Field field) {
    AnalyzedText title = paper.title();
    AnalyzedText rest = paper.abstractText();
    return switch (field) {
      case TITLE -> counted(collect(title, new int[2 * title.words().size()], 0, 1));
      case TEXT -> {
        int[] all = new int[2 * (title.words().size() + rest.words().size())];
        int[] ofTitle = collect(title, all, 0, 0);
        int[] both = Arrays.copyOf(ofTitle, all.length);
        yield counted(append(rest, both, ofTitle.length));
      }
    };
  }

  private static int[] append(AnalyzedText text, int[] into, int from) {
    return collect(text, into, from, 0);
  }

  /** Writes the features of a text behind those that are there, and returns all of them. */
  private static int[] collect(AnalyzedText text, int[] into, int from, int salt) {
    int length = from;
    long before = 0;
    for (Word word : text.words()) {
      long hash = LetterHash.of(word.form());
      into[length++] = folded(hash + salt);
      if (before != 0 && word.link() != Word.Link.BREAK) {
        into[length++] = folded(before * PAIR + hash * 7 + salt);
      }
      before = hash;
    }
    return Arrays.copyOf(into, length);
  }

  private static int folded(long hash) {
    return (int) (LetterHash.mixed(hash) >>> 32);
  }

  private static Counts counted(int[] features) {
    Arrays.sort(features);
    int[] hashes = new int[features.length];
    int[] counts = new int[features.length];
    int different = 0;
    for (int i = 0; i < features.length; i++) {
      if (i > 0 && features[i] == features[i - 1]) {
        counts[different - 1]++;
      } else {
        hashes[different] = features[i];
        counts[different++] = 1;
      }
    }
    return new Counts(Arrays.copyOf(hashes, different), Arrays.copyOf(counts, different));
  }
}
