package io.paperwire.notify.match;

import io.paperwire.embedding.Int8Vector;
import io.paperwire.index.Paper;
import io.paperwire.notify.matching.Meaning;
import io.paperwire.notify.paper.PaperTraits;
import io.paperwire.schemas.Author;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperSource;
import io.paperwire.schemas.PaperVector;
import io.paperwire.schemas.TopicTag;
import io.paperwire.schemas.Trend;
import io.paperwire.schemas.TrendState;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the record of a paper for matching. */
final class PaperReading {

  /** The relation of a link to code. */
  private static final String CODE = "code";

  private PaperReading() {}

  /**
   * What matching reads of a paper.
   *
   * @throws IllegalArgumentException if the score of a topic is not in [0, 1]
   */
  static Paper paper(EnrichedPaper paper) {
    PaperTraits traits = PaperTraits.of(paper);
    return new Paper(
        paper.getPaperId(),
        paper.getTitle(),
        Optional.ofNullable(paper.getAbstractText()).orElse(""),
        paper.getAuthors().stream().map(PaperReading::author).toList(),
        paper.getCategories(),
        traits.likelyCategories(),
        paper.getTopics().stream().map(PaperReading::tag).toList(),
        paper.getSources().stream().map(PaperSource::getSource).collect(Collectors.toSet()),
        traits.happened(),
        traits.contribution(),
        paper.getLinks().stream().anyMatch(link -> link.getRel().equals(CODE)),
        traits.trendingUntil().isPresent());
  }

  /**
   * A record as it was true when it was written: a trend that had ended by then is none. The time
   * is the record's and not the clock's, so that a record which is read again says the same, and
   * old attention that is heard of late alerts nobody.
   *
   * @param at event time of the record
   */
  static EnrichedPaper asOf(EnrichedPaper paper, Instant at) {
    if (paper.getTrend().getState() != TrendState.TRENDING
        || PaperTraits.of(paper).isTrending(at)) {
      return paper;
    }
    Trend ended = Trend.newBuilder(paper.getTrend()).setState(TrendState.QUIET).build();
    return EnrichedPaper.newBuilder(paper).setTrend(ended).setTrendingUntil(null).build();
  }

  /**
   * Finds out whether a paper can be read.
   *
   * @throws IllegalArgumentException if it makes no sense
   */
  static void check(EnrichedPaper paper) {
    var _ = paper(paper);
    var _ = meaning(paper);
  }

  /** What a paper means, if its vector was worked out. */
  static Optional<Meaning> meaning(EnrichedPaper paper) {
    return Optional.ofNullable(paper.getVector()).map(PaperReading::meaning);
  }

  /** What a vector of the contracts says. */
  static Meaning meaning(PaperVector vector) {
    ByteBuffer values = vector.getValues().duplicate();
    byte[] bytes = new byte[values.remaining()];
    values.get(bytes);
    return Meaning.of(
        vector.getModel(), vector.getModelVersion(), new Int8Vector(vector.getScale(), bytes));
  }

  private static Paper.Author author(Author author) {
    return new Paper.Author(author.getName(), Optional.ofNullable(author.getOrcid()));
  }

  private static Paper.Tag tag(TopicTag tag) {
    return new Paper.Tag(tag.getTopic(), tag.getLabel(), tag.getScore(), tag.getEvidence());
  }
}
