package io.paperwire.standalone.cli;

import io.paperwire.index.Paper;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.interest.Clause.Contribution;
import io.paperwire.notify.paper.PaperTraits;
import io.paperwire.tagging.Judgement;
import io.paperwire.tagging.category.CategoryScore;
import io.paperwire.tagging.kind.PaperKind;
import io.paperwire.tagging.link.PaperLink;
import io.paperwire.tagging.link.PaperLinks;
import io.paperwire.tagging.topic.Tag;
import io.paperwire.text.OrcidId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A paper of a file as interests see it: as the stream would see it if the file was all that is
 * known, and this the first time that it hears of the paper. What no file can tell is {@link
 * Untold}.
 */
final class InterestPaper {

  private InterestPaper() {}

  /** What interests ask of a paper that was judged. */
  static Paper of(SourceRecord paper, Judgement judgement) {
    boolean elsewhere = !JudgedText.of(paper).hasArxivCategory();
    List<String> likely =
        judgement.categories().stream()
            .filter(predicted -> elsewhere && predicted.score() >= PaperTraits.LIKELY)
            .map(CategoryScore::category)
            .toList();
    return paper(
        paper,
        likely,
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
            .map(author -> new Paper.Author(author.name(), author.orcid().map(OrcidId::value)))
            .toList(),
        paper.categories(),
        likelyCategories,
        topics,
        Set.of(paper.paperId().toString().split(":", 2)[0]),
        FirstNews.of(paper),
        contribution,
        hasCode(paper),
        false);
  }

  private static boolean hasCode(SourceRecord paper) {
    List<PaperLink> given =
        paper.links().stream().map(link -> new PaperLink(link.rel(), link.url())).toList();
    List<String> texts =
        Stream.concat(paper.abstractText().stream(), paper.publication().comment().stream())
            .toList();
    return PaperLinks.of(paper.paperId().toString(), paper.publication().doi(), given, texts)
        .stream()
        .anyMatch(PaperLink::isCode);
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
