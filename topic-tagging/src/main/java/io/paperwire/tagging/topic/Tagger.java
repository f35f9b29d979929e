package io.paperwire.tagging.topic;

import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.tagging.paper.PaperText;
import java.util.List;

/** Decides what topics a paper is about. */
public interface Tagger {

  /**
   * The topics of a paper.
   *
   * @return highest score first, at most {@link #MOST}, none if it cannot tell; the same paper
   *     always gets the same tags. Any number of threads may ask.
   */
  List<Tag> tag(AnalyzedPaper paper);

  /** The topics of a paper that was not read yet. */
  default List<Tag> tag(PaperText paper) {
    return tag(AnalyzedPaper.of(paper));
  }

  /** No paper has more topics than this. */
  int MOST = 8;
}
