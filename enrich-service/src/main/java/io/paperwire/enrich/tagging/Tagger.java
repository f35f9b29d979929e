package io.paperwire.enrich.tagging;

import io.paperwire.schemas.TopicTag;
import java.util.List;

/** Decides what topics a paper is about. */
public interface Tagger {

  /**
   * The topics of a paper.
   *
   * @return highest score first, at most {@link #MOST}, none if it cannot tell; the same paper
   *     always gets the same tags. Any number of threads may ask.
   */
  List<TopicTag> tag(PaperText paper);

  /** No paper has more topics than this. */
  int MOST = 8;
}
