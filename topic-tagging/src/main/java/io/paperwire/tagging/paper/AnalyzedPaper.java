package io.paperwire.tagging.paper;

import io.paperwire.text.AnalyzedText;
import io.paperwire.text.TextAnalyzer;

/**
 * A paper and its words.
 *
 * @param paper the paper
 * @param title the words of its title
 * @param abstractText the words of its abstract; none if there is no abstract
 * @param claims where its abstract says what the authors do
 */
public record AnalyzedPaper(
    PaperText paper, AnalyzedText title, AnalyzedText abstractText, Claims claims) {

  /** Reads a paper. */
  public static AnalyzedPaper of(PaperText paper) {
    AnalyzedText abstractText = TextAnalyzer.analyze(paper.abstractText());
    return new AnalyzedPaper(
        paper, TextAnalyzer.analyze(paper.title()), abstractText, Claims.of(abstractText));
  }
}
