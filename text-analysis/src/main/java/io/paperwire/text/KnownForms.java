package io.paperwire.text;

import org.jspecify.annotations.Nullable;

/**
 * Words that were met before, and their forms. A few thousand words are nine tenths of every text;
 * their forms are found again instead of made again, and being the same objects they are compared
 * and hashed at no cost later on.
 *
 * <p>Each written word has one place; what stands there gives way to the newest. Any number of
 * threads may use it: an entry is immutable, and one that another thread has just replaced is still
 * right.
 */
final class KnownForms {

  /** 32 times as many as there are words in half of all text; some two megabytes. */
  private static final int PLACES = 1 << 14;

  /** Longer words hardly come twice. */
  private static final int LONGEST = 24;

  private static final int SPREAD = 0x9E3779B1;

  /**
   * A word.
   *
   * @param written as it stands in a text
   * @param form its form; empty if nothing of it counts
   * @param letters the {@link LetterHash} of the form
   */
  record Known(String written, String form, long letters) {}

  private final @Nullable Known[] places = new @Nullable Known[PLACES];

  /** Makes the form of what stands at a place. */
  @FunctionalInterface
  interface Maker {
    /** The form of a part of the text. */
    String form(int start, int end);
  }

  /**
   * A word.
   *
   * @param text where it stands
   * @param start its first character
   * @param end after its last one
   * @param maker makes the form of a word that is not known; it looks at nothing but the word
   */
  Known of(String text, int start, int end, Maker maker) {
    int length = end - start;
    if (length > LONGEST) {
      return made(text, start, end, maker);
    }
    int hash = length;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int place = (hash * SPREAD) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(PLACES));
    Known known = places[place];
    if (known != null
        && known.written.length() == length
        && text.startsWith(known.written, start)) {
      return known;
    }
    Known made = made(text, start, end, maker);
    places[place] = made;
    return made;
  }

  private static Known made(String text, int start, int end, Maker maker) {
    String form = maker.form(start, end);
    return new Known(text.substring(start, end), form, LetterHash.of(form));
  }
}
