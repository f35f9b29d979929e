package io.paperwire.standalone.cli;

import io.paperwire.index.Paper;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.interest.Clause.Contribution;
import io.paperwire.notify.paper.PaperTraits;
import io.paperwire.tagging.Judgement;
import io.paperwire.tagging.category.CategoryScore;
import io.paperwire.tagging.kind.PaperKind;
import io.paperwire.tagging.topic.Tag;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A paper of a file as interests see it. A file says nothing of what happened to the paper or of
 * the attention it gets.
 */
final class InterestPaper {

  private InterestPaper() {}

  /** What interests ask of a paper that was judged. */
  static Paper of(SourceRecord paper, Judgement judgement) {
    List<String> likely =
        judgement.categories().stream()
            .filter(predicted -> predicted.score() >= PaperTraits.LIKELY)
            .map(CategoryScore::category)
            .toList();
    return paper(
        paper,
        paper.categories().isEmpty() ? likely : List.of(),
        judgement.topics().stream().map(InterestPaper::tag).toList(),
        Optional.of(contribution(judgement.kind().kind())));
  }

  /** What interests ask of a paper that was not judged. */
  static Paper unjudged(SourceRecord paper) {
    return paper(paper, List.of(), List.of(), Optional.empty());
  }

  private static Paper paper(
      SourceRecord paper,
      List<String> likelyCategories,
      List<Paper.Tag> topics,
      Optional<Contribution> contribution) {
    return new Paper(
        paper.sourceKey(),
        paper.title(),
        paper.abstractText().orElse(""),
        paper.authors().stream()
            .map(author -> new Paper.Author(author.name(), Optional.empty()))
            .toList(),
        paper.categories(),
        likelyCategories,
        topics,
        Set.of(paper.paperId().toString().split(":", 2)[0]),
        Optional.empty(),
        contribution,
        paper.links().stream().anyMatch(link -> link.rel().equals("code")),
        false);
  }

  private static Paper.Tag tag(Tag tag) {
    return new Paper.Tag(tag.topic(), tag.label(), tag.score(), tag.evidence());
  }

  private static Contribution contribution(PaperKind kind) {
    return switch (kind) {
      case SURVEY -> Contribution.SURVEY;
      case POSITION -> Contribution.POSITION;
      case BENCHMARK -> Contribution.BENCHMARK;
      case DATASET -> Contribution.DATASET;
      case THEORY -> Contribution.THEORY;
      case SYSTEM -> Contribution.SYSTEM;
      case METHOD -> Contribution.METHOD;
    };
  }
}
