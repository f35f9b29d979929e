package io.paperwire.text;

/** Where a text may be cut. */
public final class TextEnd {

  private TextEnd() {}

  /**
   * The beginning of a text, without half a character at its end: one beyond U+FFFF takes two
   * UTF-16 units, of which the first alone cannot be written in UTF-8.
   *
   * @param most UTF-16 units of which the beginning has no more; at least 1
   */
  public static String within(int most, String text) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
