package io.paperwire.notify.web.page;

/**
 * A text, and the place in it where something is wrong.
 *
 * @param before the text up to the mistake
 * @param at the character that is wrong; empty at the end
 * @param after the rest
 */
public record MarkedText(String before, String at, String after) {

  /**
   * A text with a mark.
   *
   * @param position index of the character, in UTF-16 units; the end if it is larger
   */
  static MarkedText of(String text, int position) {
    int from = Math.min(position, text.length());
    int to = from < text.length() ? text.offsetByCodePoints(from, 1) : from;
    return new MarkedText(text.substring(0, from), text.substring(from, to), text.substring(to));
  }
}
