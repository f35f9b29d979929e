package io.paperwire.ingest.markup;

import java.text.Normalizer;
import org.jsoup.parser.Parser;

/** Text without markup. */
public final class PlainText {

  /** Below this no character is combined with the one before it. */
  private static final char FIRST_COMBINING = '\u0300';

  private PlainText() {}

  /** The text on one line: composed Unicode, no control characters, one space between words. */
  public static String oneLine(String text) {
    String composed = composed(text);
    int clean = cleanLength(composed);
    if (clean == composed.length()) {
      return composed;
    }
    StringBuilder line = new StringBuilder(composed.length());
    boolean gap = false;
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      if (isGap(c)) {
        gap = true;
        continue;
      }
      if (gap && !line.isEmpty()) {
        line.append(' ');
      }
      gap = false;
      line.append(c);
    }
    return line.toString();
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

  /** How far the text is on one line already. */
  private static int cleanLength(String text) {
    boolean gap = true; // none may stand at the beginning
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' ? isGap(c) : gap || i == text.length() - 1) {
        return i;
      }
      gap = c == ' ';
    }
    return text.length();
  }

  private static boolean isGap(char c) {
    if (c > ' ' && c < '\u007F') {
      return false;
    }
    return c <= ' '
        || c == '\uFEFF'
        || switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.SPACE_SEPARATOR,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              true;
          default -> false;
        };
  }

  /** The text with HTML character references ({@code &amp;}, {@code &#8217;}) resolved. */
  public static String withoutHtmlReferences(String text) {
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, true);
  }
}
