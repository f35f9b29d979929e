package io.paperwire.notify.match;

import io.paperwire.text.TextEnd;

/** Makes long texts short enough for a record. */
final class Cut {

  private Cut() {}

  /**
   * The beginning of a text; never half a character.
   *
   * @param length UTF-16 units that are left; a mark behind them says that there was more
   */
  static String to(int length, String text) {
    if (text.length() <= length) {
      return text;
    }
    return TextEnd.within(length, text) + "…";
  }
}
