package io.paperwire.notify.mail.render;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Wraps paragraphs for the plain-text part. Used by the templates. */
public final class TextBlock {

  /** Columns of a line: RFC 5322 recommends at most 78; this leaves room for a reply's quoting. */
  public static final int COLUMNS = 74;

  /** A line across the page. */
  public static final String RULE = "-".repeat(COLUMNS);

  private TextBlock() {}

  /** A paragraph, wrapped at {@link #COLUMNS}. */
  public static String wrap(String paragraph) {
    return wrap("", paragraph);
  }

  /**
   * A paragraph whose first line starts with a mark, such as a number, and whose other lines are
   * indented by as much. A word that is wider than a line, such as an address, stays whole.
   *
   * @param mark stands before the first line
   * @param paragraph one line of clean text
   */
  public static String wrap(String mark, String paragraph) {
    String indent = " ".repeat(mark.length());
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(mark);
    int used = columns(mark);
    for (String piece : pieces(paragraph)) {
      int needed = columns(piece.stripTrailing());
      if (used > indent.length() && used + needed > COLUMNS) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(indent);
        used = indent.length();
      }
      line.append(piece);
      used += columns(piece);
    }
    lines.add(line.toString().stripTrailing());
    return String.join("\n", lines);
  }

  /** What may not be torn apart, each with the space that follows it. */
  private static List<String> pieces(String paragraph) {
    List<String> pieces = new ArrayList<>();
    for (String word : paragraph.splitWithDelimiters(" ", -1)) {
      if (word.equals(" ") && !pieces.isEmpty()) {
        pieces.add(pieces.removeLast() + word);
      } else if (word.codePoints().anyMatch(TextBlock::isWide)) {
        pieces.addAll(breakable(word));
      } else {
        pieces.add(word);
      }
    }
    return pieces;
  }

  /** Chinese, Japanese and Korean lines break between characters, but not before a full stop. */
  private static List<String> breakable(String word) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(word);
    List<String> pieces = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      pieces.add(word.substring(start, end));
      start = end;
    }
    return pieces;
  }

  private static int columns(String text) {
    return text.codePoints().map(character -> isWide(character) ? 2 : 1).sum();
  }

  /** Whether a character takes two columns of a fixed-width font. */
  private static boolean isWide(int character) {
    return switch (Character.UnicodeScript.of(character)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> false;
    };
  }
}
