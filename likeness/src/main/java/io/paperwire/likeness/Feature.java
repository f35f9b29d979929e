package io.paperwire.likeness;

/** One way in which a paper is like those that somebody likes. */
public enum Feature {
  /** Shares words and phrases of two and three with them, rare ones above all. */
  WORDS,
  /** Is put in the same way: spelling, capitals, small words, punctuation. */
  WORDING,
  /** Stands in the same categories. */
  CATEGORIES,
  /** Means much the same, the nearest above all. */
  MEANING,
  /** Shares words with disliked papers. */
  DISLIKED_WORDS,
  /** Means much the same as the nearest disliked ones. */
  DISLIKED_MEANING
}
