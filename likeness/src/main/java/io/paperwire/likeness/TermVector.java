package io.paperwire.likeness;

import java.util.function.BiConsumer;

/**
 * A sparse vector of length 1, or of length 0 if it has no term.
 *
 * @param terms numbers of the terms, ascending
 * @param weights the weight of each, positive
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package; compared by nobody
record TermVector(int[] terms, float[] weights) {

  static final TermVector EMPTY = new TermVector(new int[0], new float[0]);

  /** The cosine of two vectors, in [0, 1]; 0 if one is empty. */
  double cosine(TermVector other) {
    int[] mine = terms;
    int[] theirs = other.terms;
    double sum = 0;
    int i = 0;
    int j = 0;
    while (i < mine.length && j < theirs.length) {
      int difference = Integer.compare(mine[i], theirs[j]);
      if (difference == 0) {
        sum += weights[i++] * other.weights[j++];
      } else if (difference < 0) {
        i++;
      } else {
        j++;
      }
    }
    return sum;
  }

  /** Tells of each term and its weight. */
  void forEach(BiConsumer<Integer, Double> told) {
    for (int i = 0; i < terms.length; i++) {
      told.accept(terms[i], (double) weights[i]);
    }
  }

  boolean isEmpty() {
    return terms.length == 0;
  }
}
