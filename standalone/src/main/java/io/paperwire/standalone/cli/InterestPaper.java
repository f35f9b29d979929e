package io.paperwire.standalone.cli;

import io.paperwire.index.Paper;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.tagging.topic.Tag;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A paper of a file as interests see it. */
final class InterestPaper {

  private InterestPaper() {}

  /**
   * What interests ask of a paper. A file says nothing of what happened to the paper or of the
   * attention it gets.
   *
   * @param paper the paper
   * @param topics its topics
   */
  static Paper of(SourceRecord paper, List<Tag> topics) {
    return new Paper(
        paper.paperId().toString(),
        paper.title(),
        paper.abstractText().orElse(""),
        paper.authors().stream()
            .map(author -> new Paper.Author(author.name(), Optional.empty()))
            .toList(),
        paper.categories(),
        topics.stream()
            .map(tag -> new Paper.Tag(tag.topic(), tag.label(), tag.score(), tag.evidence()))
            .toList(),
        Set.of(paper.paperId().toString().split(":", 2)[0]),
        Optional.empty(),
        paper.links().stream().anyMatch(link -> link.rel().equals("code")),
        false);
  }
}
