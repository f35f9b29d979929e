package io.paperwire.interest;

/**
 * Why a text is no interest.
 *
 * @param position where, as an index of UTF-16 units from 0; the text's length if it ends too soon
 * @param problem what is wrong there
 * @param expected what would be right
 */
public record SyntaxError(int position, String problem, String expected) {

  private static final int SHOWN = 72;

  /**
   * Place, problem and what was expected in one sentence.
   *
   * @param text the text that was read
   */
  public String message(String text) {
    return "at " + place(text, position) + ": " + problem + "; expected " + expected;
  }

  /** A position in words: people count characters, from 1. */
  static String place(String text, int position) {
    return "position " + (text.codePointCount(0, Math.min(position, text.length())) + 1);
  }

  /**
   * The message, and below it the text with a caret under the position. Of a long text only the
   * neighbourhood is shown.
   *
   * @param text the text that was read
   */
  public String describe(String text) {
    int at = Math.min(position, text.length());
    int from = Math.max(0, at - SHOWN / 2);
    int to = Math.min(text.length(), from + SHOWN);
    String line = text.substring(from, to).replaceAll("\\p{Cntrl}", " ");
    int column = line.codePointCount(0, at - from);
    return message(text) + "\n  " + line + "\n  " + " ".repeat(column) + "^";
  }
}
