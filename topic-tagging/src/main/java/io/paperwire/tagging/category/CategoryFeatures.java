package io.paperwire.tagging.category;

import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.text.LetterHash;
import io.paperwire.text.StopWords;
import io.paperwire.text.Word;
import java.util.Arrays;
import java.util.List;

/**
 * What a paper shows of where it belongs: its words without stop words, and each two of them that
 * follow each other, also over a comma or the end of a sentence. The title counts as if it stood
 * there twice. A feature is a hash of 32 bits; two of the some hundred thousand that matter rarely
 * share one.
 *
 * @param hashes ascending, without repeats
 * @param counts how often each stands there
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared
public record CategoryFeatures(int[] hashes, int[] counts) {

  private static final int TITLES = 2;
  private static final long PAIR = 0x51ED270B7A2FL;
  private static final long SECOND = 7;

  /** The features of a paper. */
  public static CategoryFeatures of(AnalyzedPaper paper) {
    List<Word> title = paper.title().words();
    List<Word> rest = paper.abstractText().words();
    Collected collected = new Collected(2 * (TITLES * title.size() + rest.size()));
    for (int i = 0; i < TITLES; i++) {
      collected.addText(title);
    }
    collected.addText(rest);
    return collected.counted();
  }

  private static final class Collected {
    private final int[] features;
    private int size;

    Collected(int most) {
      features = new int[most];
    }

    void addText(List<Word> words) {
      long before = 0;
      for (Word word : words) {
        if (word.form().length() > 1 && !StopWords.contains(word.form())) {
          long hash = word.letters();
          add(hash);
          if (before != 0) {
            add(before * PAIR + hash * SECOND);
          }
          before = hash;
        }
      }
    }

    private void add(long hash) {
      features[size++] = (int) (LetterHash.mixed(hash) >>> Integer.SIZE);
    }

    CategoryFeatures counted() {
      Arrays.sort(features, 0, size);
      int[] hashes = new int[size];
      int[] counts = new int[size];
      int different = 0;
      for (int i = 0; i < size; i++) {
        if (i > 0 && features[i] == features[i - 1]) {
          counts[different - 1]++;
        } else {
          hashes[different] = features[i];
          counts[different++] = 1;
        }
      }
      return new CategoryFeatures(
          Arrays.copyOf(hashes, different), Arrays.copyOf(counts, different));
    }
  }
}
