package io.paperwire.text;

/**
 * A set of letter hashes that may take a hash for one of its own though it is none, and never the
 * other way round: one bit each (Bloom, 1970).
 */
final class LetterHashes {

  private final long[] words;
  private final int shift;

  /**
   * An empty set.
   *
   * @param bits how many bits it has, a power of two, 64 at least
   */
  LetterHashes(int bits) {
    words = new long[bits / Long.SIZE];
    shift = Long.numberOfLeadingZeros(bits) + 1;
  }

  /** Adds the hashes of all beginnings of a text, the text itself too. */
  void addBeginnings(String text) {
    long hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = LetterHash.next(hash, text.charAt(i));
      add(hash);
    }
  }

  /** Adds a hash. */
  void add(long hash) {
    long bit = LetterHash.mixed(hash) >>> shift;
    words[(int) (bit >>> 6)] |= 1L << bit;
  }

  /** Whether a hash may have been added; if not, it was not. */
  boolean mayHave(long hash) {
    long bit = LetterHash.mixed(hash) >>> shift;
    return (words[(int) (bit >>> 6)] & 1L << bit) != 0;
  }
}
