package io.paperwire.text;

/**
 * A hash of letters that can be carried from word to word (Karp and Rabin, 1987): the hash of two
 * words written together comes out of the hashes of both and the length of the second. 64 bits tell
 * all phrases apart that will ever be asked for.
 */
public final class LetterHash {

  private static final long BASE = 0x9E3779B97F4A7C15L;

  private static final long[] POWERS = powers(64);

  private LetterHash() {}

  // One after another: threads that help to initialise a class wait for its initialisation.
  private static long[] powers(int count) {
    long[] powers = new long[count];
    powers[0] = 1;
    for (int i = 1; i < count; i++) {
      powers[i] = powers[i - 1] * BASE;
    }
    return powers;
  }

  /** The hash of a text; 0 if it is empty. */
  public static long of(String text) {
    long hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = next(hash, text.charAt(i));
    }
    return hash;
  }

  /** The hash of a text with one letter more. */
  static long next(long hash, char letter) {
    return hash * BASE + letter + 1;
  }

  /**
   * The hash of two texts written together.
   *
   * @param first hash of the first
   * @param power the {@link #power} of the length of the second
   * @param second hash of the second
   */
  public static long join(long first, long power, long second) {
    return first * power + second;
  }

  /** What a hash is multiplied by when so many letters follow. */
  public static long power(int letters) {
    if (letters < POWERS.length) {
      return POWERS[letters];
    }
    long power = POWERS[POWERS.length - 1];
    for (int i = POWERS.length - 1; i < letters; i++) {
      power *= BASE;
    }
    return power;
  }

  /** Spreads a hash over all bits, the upper ones above all, for use in a table. */
  public static long mixed(long hash) {
    long mixed = (hash ^ (hash >>> 32)) * BASE;
    return mixed ^ (mixed >>> 29);
  }
}
