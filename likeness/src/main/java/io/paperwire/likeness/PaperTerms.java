package io.paperwire.likeness;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The terms of one paper, without a word on how common they are elsewhere: what {@link LearntTerms}
 * are held against. A term that stands {@code tf} times weighs {@code 1 + ln tf}; all together have
 * length 1.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copied nowhere for its size
public record PaperTerms(int[] terms, float[] weights) {

  /** The terms of title and abstract. */
  public static PaperTerms of(PaperText paper) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (long term : Terms.of(Corpus.whole(paper))) {
      counts.merge(LearntTerms.fold(term), 1, Integer::sum);
    }
    int[] terms = counts.keySet().stream().mapToInt(term -> term).toArray();
    double[] weights = counts.values().stream().mapToDouble(tf -> 1 + Math.log(tf)).toArray();
    double length = Math.sqrt(Arrays.stream(weights).map(weight -> weight * weight).sum());
    float[] even = new float[weights.length];
    for (int i = 0; i < weights.length; i++) {
      even[i] = (float) (weights[i] / length);
    }
    return new PaperTerms(terms, even);
  }
}
