package io.paperwire.ingest.markup;

import io.paperwire.text.markup.PlainText;

/** Puts people's names into reading order. */
public final class PersonName {

  private PersonName() {}

  /** {@code Lovelace, A.} as {@code A. Lovelace}; a name without a comma stays. */
  public static String inReadingOrder(String name) {
    String text = PlainText.oneLine(name);
    int comma = text.indexOf(',');
    if (comma <= 0 || comma == text.length() - 1 || text.indexOf(',', comma + 1) >= 0) {
      return comma == text.length() - 1 && comma > 0 ? text.substring(0, comma) : text;
    }
    return text.substring(comma + 1).strip() + " " + text.substring(0, comma).strip();
  }
}
