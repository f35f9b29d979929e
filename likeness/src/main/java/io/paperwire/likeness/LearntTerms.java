package io.paperwire.likeness;

import io.paperwire.text.LetterHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What some papers say in words, made small enough to be carried along: the terms that tell most of
 * them, and how much each does. It is the mean of the papers' term vectors ({@link Corpus} says how
 * a term weighs), each term once more by its rarity, so that a paper is compared with it without
 * knowing how common a term is (Rocchio, 1971).
 *
 * <p>A term is known by 32 bits of its hash. One in two million of other terms is taken for one of
 * two thousand.
 *
 * @param terms hashes of the terms, ascending
 * @param weights how much each counts, positive; as many as there are terms
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copied nowhere for its size
public record LearntTerms(int[] terms, float[] weights) {

  /** The most terms that are kept. */
  public static final int MOST = 2_000;

  /** What is known where there are no papers: nothing. */
  public static final LearntTerms NONE = new LearntTerms(new int[0], new float[0]);

  /**
   * Checks that each term has its weight.
   *
   * @throws IllegalArgumentException if not
   */
  public LearntTerms {
    if (terms.length != weights.length) {
      throw new IllegalArgumentException(
          "%d terms have %d weights".formatted(terms.length, weights.length));
    }
  }

  /**
   * What papers say.
   *
   * @param background tells how common each term is among other papers
   */
  public static LearntTerms of(Corpus background, List<PaperText> papers) {
    Map<Integer, Double> sums = new HashMap<>();
    papers.forEach(paper -> add(background, paper, sums));
    List<Map.Entry<Integer, Double>> kept = new ArrayList<>(sums.entrySet());
    kept.sort(
        Map.Entry.<Integer, Double>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()));
    LearntTerms raw = inOrder(kept.subList(0, Math.min(MOST, kept.size())), 1);
    double own = papers.stream().map(PaperTerms::of).mapToDouble(raw::sum).average().orElse(0);
    return own == 0 ? NONE : inOrder(kept.subList(0, raw.terms.length), 1 / own);
  }

  /**
   * How much a paper says the same, in [0, 1]: 1 is as much as the papers from which this was
   * learnt do on average.
   */
  public double likeness(PaperTerms paper) {
    return Math.min(1, sum(paper));
  }

  /** Whether nothing was learnt. */
  public boolean isEmpty() {
    return terms.length == 0;
  }

  /** What a term is known by. */
  static int fold(long term) {
    return (int) (LetterHash.mixed(term) >>> 32);
  }

  private static void add(Corpus background, PaperText paper, Map<Integer, Double> sums) {
    Map<Long, Integer> counts = new HashMap<>();
    for (long term : Terms.of(Corpus.whole(paper))) {
      counts.merge(term, 1, Integer::sum);
    }
    double squares = 0;
    for (Map.Entry<Long, Integer> term : counts.entrySet()) {
      double weight = weight(background, term);
      squares += weight * weight;
    }
    double length = Math.sqrt(squares);
    counts
        .entrySet()
        .forEach(
            term ->
                sums.merge(
                    fold(term.getKey()),
                    weight(background, term) * background.rarity(term.getKey()) / length,
                    Double::sum));
  }

  private static double weight(Corpus background, Map.Entry<Long, Integer> term) {
    return (1 + Math.log(term.getValue())) * background.rarity(term.getKey());
  }

  private static LearntTerms inOrder(List<Map.Entry<Integer, Double>> kept, double factor) {
    List<Map.Entry<Integer, Double>> ordered =
        kept.stream().sorted(Comparator.comparing(Map.Entry::getKey)).toList();
    float[] weights = new float[ordered.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (ordered.get(i).getValue() * factor);
    }
    return new LearntTerms(ordered.stream().mapToInt(Map.Entry::getKey).toArray(), weights);
  }

  private double sum(PaperTerms paper) {
    double sum = 0;
    int i = 0;
    int j = 0;
    while (i < terms.length && j < paper.terms().length) {
      int difference = Integer.compare(terms[i], paper.terms()[j]);
      if (difference == 0) {
        sum += weights[i++] * paper.weights()[j++];
      } else if (difference < 0) {
        i++;
      } else {
        j++;
      }
    }
    return sum;
  }
}
