package io.paperwire.likeness;

import io.paperwire.text.LetterHash;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How common each term is among the papers at hand. It turns texts into {@link ReadPaper}s that can
 * be compared with each other; papers read by different corpora cannot.
 *
 * <p>A term that stands {@code tf} times in a text and in {@code df} of {@code n} papers weighs
 * {@code (1 + ln tf) (1 + ln((1 + n) / (1 + df)))}. A term of one paper only cannot tell anything
 * of likeness and is left out, unless there are too few papers to say so.
 */
public final class Corpus {

  private static final int ENOUGH_PAPERS = 50;

  /** Bits of the filter for each paper: one term in forty is taken for one seen before. */
  private static final long FILTER_BITS = 8192;

  private static final int LARGEST_FILTER = 1 << 26;
  private static final int SMALLEST_TABLE = 1 << 10;

  private final int papers;
  private long[] keys = new long[SMALLEST_TABLE];
  private int[] counts = new int[SMALLEST_TABLE];
  private int size;

  /**
   * Remembers what was seen once (Bloom, 1970), so that only what is seen again takes a place in
   * the table: most terms are of one paper. Empty once all is counted.
   */
  private long[] seenOnce;

  private Corpus(int papers) {
    this.papers = papers;
    long words = Long.highestOneBit(Math.max(1, papers) * FILTER_BITS) / Long.SIZE;
    this.seenOnce = new long[papers < ENOUGH_PAPERS ? 0 : (int) Math.min(words, LARGEST_FILTER)];
  }

  /** Counts the terms of papers. */
  public static Corpus of(Collection<PaperText> papers) {
    Corpus corpus = new Corpus(papers.size());
    papers.parallelStream()
        .map(Corpus::distinctTerms)
        .forEachOrdered(
            terms -> {
              for (long term : terms) {
                corpus.count(term);
              }
            });
    corpus.seenOnce = new long[0];
    return corpus;
  }

  /** Reads a paper; it need not be one of those that were counted. */
  public ReadPaper read(PaperText paper) {
    return new ReadPaper(
        paper.id(),
        paper.abstractText().isEmpty(),
        vector(Terms.of(whole(paper))),
        vector(Terms.wording(whole(paper))),
        vector(Terms.ofCodes(paper.categories())),
        Optional.empty());
  }

  /** Title and abstract; the title ends as a sentence does. */
  static String whole(PaperText paper) {
    return paper.abstractText().isEmpty()
        ? paper.title()
        : paper.title() + ".\n" + paper.abstractText();
  }

  /** The number of a term, -1 if it is not worth comparing. */
  int number(long term) {
    int slot = slot(term);
    return counts[slot] == 0 ? -1 : slot;
  }

  /** How much a term tells, whether it was counted or not. */
  double rarity(long term) {
    return rarity(slot(term));
  }

  private static long[] distinctTerms(PaperText paper) {
    String whole = whole(paper);
    return Stream.of(Terms.of(whole), Terms.wording(whole), Terms.ofCodes(paper.categories()))
        .flatMapToLong(Arrays::stream)
        .distinct()
        .toArray();
  }

  private TermVector vector(long[] terms) {
    int[] numbers =
        Arrays.stream(terms).mapToInt(this::number).filter(n -> n >= 0).sorted().toArray();
    int[] distinct = new int[numbers.length];
    float[] weights = new float[numbers.length];
    int length = 0;
    double norm = 0;
    for (int i = 0; i < numbers.length; ) {
      int end = i + 1;
      while (end < numbers.length && numbers[end] == numbers[i]) {
        end++;
      }
      double weight = (1 + Math.log(end - i)) * rarity(numbers[i]);
      distinct[length] = numbers[i];
      weights[length++] = (float) weight;
      norm += weight * weight;
      i = end;
    }
    if (length == 0) {
      return TermVector.EMPTY;
    }
    float scale = (float) (1 / Math.sqrt(norm));
    for (int i = 0; i < length; i++) {
      weights[i] *= scale;
    }
    return new TermVector(Arrays.copyOf(distinct, length), Arrays.copyOf(weights, length));
  }

  /** How much a term tells: its inverse document frequency. */
  private double rarity(int number) {
    return 1 + Math.log((1.0 + papers) / (1.0 + counts[number]));
  }

  private void count(long term) {
    int slot = slot(term);
    if (counts[slot] > 0) {
      counts[slot]++;
    } else if (seenOnce.length == 0 || seenBefore(term)) {
      keys[slot] = term;
      size++;
      counts[slot] = seenOnce.length == 0 ? 1 : 2;
      if (2 * size > keys.length) {
        grow();
      }
    }
  }

  /** Whether a term was, in all likelihood, seen before; from now on it was. */
  private boolean seenBefore(long term) {
    long mixed = LetterHash.mixed(term);
    boolean first = mark((int) mixed);
    boolean second = mark((int) (mixed >>> 24));
    return first && second;
  }

  private boolean mark(int bit) {
    int word = (bit >>> 6) & (seenOnce.length - 1);
    long mask = 1L << bit;
    boolean marked = (seenOnce[word] & mask) != 0;
    seenOnce[word] |= mask;
    return marked;
  }

  /** Where a term stands in the table, or the empty place where it would. */
  private int slot(long term) {
    int mask = keys.length - 1;
    int slot = (int) (LetterHash.mixed(term) >>> 32) & mask;
    while (counts[slot] != 0 && keys[slot] != term) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new long[2 * oldKeys.length];
    counts = new int[2 * oldKeys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
