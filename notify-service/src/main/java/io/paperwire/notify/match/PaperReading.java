package io.paperwire.notify.match;

import io.paperwire.notify.matching.Paper;
import io.paperwire.schemas.Author;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.TopicTag;
import java.util.Optional;

/** Reads the record of a paper for matching. */
final class PaperReading {

  private PaperReading() {}

  /**
   * What matching reads of a paper.
   *
   * @throws IllegalArgumentException if the score of a topic is not in [0, 1]
   */
  static Paper paper(EnrichedPaper paper) {
    return new Paper(
        paper.getPaperId(),
        paper.getTitle(),
        Optional.ofNullable(paper.getAbstractText()).orElse(""),
        paper.getAuthors().stream().map(Author::getName).toList(),
        paper.getTopics().stream().map(PaperReading::tag).toList());
  }

  private static Paper.Tag tag(TopicTag tag) {
    return new Paper.Tag(tag.getTopic(), tag.getLabel(), tag.getScore(), tag.getEvidence());
  }
}
