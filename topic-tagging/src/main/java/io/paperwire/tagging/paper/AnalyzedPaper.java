package io.paperwire.tagging.paper;

import io.paperwire.text.AnalyzedText;
import io.paperwire.text.TextAnalyzer;

/**
 * A paper and its words.
 *
 * @param paper the paper
 * @param title the words of its title
 * @param abstractText the words of its abstract; none if there is no abstract
 */
public record AnalyzedPaper(PaperText paper, AnalyzedText title, AnalyzedText abstractText) {

  /** Reads a paper. */
  public static AnalyzedPaper of(PaperText paper) {
    return new AnalyzedPaper(
        paper, TextAnalyzer.analyze(paper.title()), TextAnalyzer.analyze(paper.abstractText()));
  }
}
