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
   * A run of words as the author wrote it, on one line.
   *
   * @param from index of the first word
   * @param to index after the last word
   */
  public String asWritten(int from, int to) {
    String written = text.substring(words.get(from).start(), words.get(to - 1).end());
    return written.indexOf('\n') < 0 ? written : written.replaceAll("\\s+", " ");
  }
}
