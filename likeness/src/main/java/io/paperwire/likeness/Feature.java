package io.paperwire.likeness;

/** One way in which a paper is like those that somebody likes. */
public enum Feature {
  /** Shares words and pairs of words with them, rare ones above all. */
  WORDS,
  /** Shares words of the title. */
  TITLE,
  /** Stands in the same categories. */
  CATEGORIES,
  /** Means much the same as the nearest of them. */
  MEANING,
  /** Shares words with disliked papers. */
  DISLIKED_WORDS,
  /** Means much the same as the nearest disliked ones. */
  DISLIKED_MEANING
}
