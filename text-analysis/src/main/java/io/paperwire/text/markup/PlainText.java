package io.paperwire.text.markup;

import java.text.Normalizer;

/** Text without markup. */
public final class PlainText {

  /** Below this no character is combined with the one before it. */
  private static final char FIRST_COMBINING = '\u0300';

  private static final char DELETE = '\u007F';
  private static final char LAST_CONTROL = '\u009F';

  private PlainText() {}

  /** The text on one line: composed Unicode, no control characters, one space between words. */
  public static String oneLine(String text) {
    if (isPlain(text)) {
      return text;
    }
    char[] line = composed(text).toCharArray(); // is written behind where it is read
    int end = 0;
    boolean gap = false;
    for (char c : line) {
      if (isGap(c)) {
        gap = true;
        continue;
      }
      if (gap && end > 0) {
        line[end++] = ' ';
      }
      gap = false;
      line[end++] = c;
    }
    return new String(line, 0, end);
  }

  /** Most texts are on one line already, in ASCII. */
  private static boolean isPlain(String text) {
    char before = ' '; // no space may stand at the beginning
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= DELETE || c < ' ' || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return text.isEmpty() || before != ' ';
  }

  /** Composing costs, and most texts hold nothing that could be composed. */
  private static String composed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_COMBINING) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }

  /**
   * Unicode's controls and its separators of words, lines and paragraphs, and the mark of byte
   * order.
   */
  static boolean isGap(char c) {
    if (c < '\u1680') {
      return c <= ' ' || (c >= DELETE && c <= LAST_CONTROL) || c == '\u00A0';
    }
    return switch (c) {
      case '\u1680', '\u2028', '\u2029', '\u202F', '\u205F', '\u3000', '\uFEFF' -> true;
      default -> c >= '\u2000' && c <= '\u200A';
    };
  }
}
