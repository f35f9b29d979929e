package io.paperwire.notify.mail.render;

import java.util.regex.Pattern;

/** Makes text of unknown origin fit for one line of a mail or a page, and shortens it. */
public final class CleanText {

  private static final String ELLIPSIS = "…";

  /**
   * What is not text: controls, lone surrogates, unassigned characters, and the invisible ones that
   * reorder or hide text. Joiners stay, since emoji, Persian and Hindi need them.
   */
  private static final Pattern NOT_TEXT =
      Pattern.compile(
          "[[\\p{Cc}&&[^\\s\\u0085]]\\p{Cs}\\p{Cn}\\u00AD\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF"
              + "\\uFFF9-\\uFFFB\\x{E0000}-\\x{E007F}]");

  private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}\\u0085]+");

  private CleanText() {}

  /** One line: white space of any kind becomes a single space, what is not text goes. */
  public static String line(String text) {
    String visible = NOT_TEXT.matcher(text).replaceAll("");
    return WHITE_SPACE.matcher(visible).replaceAll(" ").strip();
  }

  /**
   * Cuts a line, and says so with an ellipsis: after a sentence if one ends in its last part, else
   * after a word.
   *
   * @param line a clean line
   * @param most the most characters (code points) of the result, at least 2
   */
  public static String shortened(String line, int most) {
    if (line.codePointCount(0, line.length()) <= most) {
      return line;
    }
    int end = line.offsetByCodePoints(0, most - 1);
    int sentence = line.lastIndexOf(". ", end - 2) + 1;
    if (sentence > end * 2 / 3) {
      return line.substring(0, sentence) + " " + ELLIPSIS;
    }
    int word = line.lastIndexOf(' ', end);
    // A word that fills most of the line is cut rather than left out.
    int cut = word > end / 2 ? word : end;
    return line.substring(0, cut).stripTrailing() + ELLIPSIS;
  }
}
