package io.paperwire.text;

import java.util.List;

/**
 * A text and its words in order.
 *
 * @param text the text as it was given
 * @param words its words
 */
public record AnalyzedText(String text, List<Word> words) {

  public AnalyzedText {
    words = List.copyOf(words);
  }

  /**
   * A run of words as the author wrote it, on one line. A formula is not cut off in it: "$k$-means"
   * has both its signs.
   *
   * @param from index of the first word
   * @param to index after the last word
   */
  public String asWritten(int from, int to) {
    int start = words.get(from).start();
    int end = words.get(to - 1).end();
    String written = text.substring(start, end);
    if (isCut(written)) {
      written = text.substring(startOfFormula(start), endOfFormula(start, end));
    }
    return written.indexOf('\n') < 0 ? written : written.replaceAll("\\s+", " ");
  }

  private static boolean isCut(String written) {
    return written.indexOf('$') >= 0 && written.chars().filter(c -> c == '$').count() % 2 == 1;
  }

  private int startOfFormula(int start) {
    return start > 0 && text.charAt(start - 1) == '$' ? start - 1 : start;
  }

  /** Where a formula ends that goes on behind the last word, if none ends behind the first. */
  private int endOfFormula(int start, int end) {
    int sign = end;
    while (sign < text.length() && text.charAt(sign) == '}') {
      sign++;
    }
    boolean ends = startOfFormula(start) == start && text.startsWith("$", sign);
    return ends ? sign + 1 : end;
  }
}
