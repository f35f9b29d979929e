package io.paperwire.enrich.dossier;

import io.paperwire.enrich.merge.PaperMerge;
import io.paperwire.enrich.trend.Trends;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.TopicTag;
import io.paperwire.tagging.paper.PaperText;
import io.paperwire.tagging.topic.Tag;
import io.paperwire.tagging.topic.Tagger;
import java.util.Optional;

/** Makes the public record of a paper. Any number of threads may use one. */
public final class Enricher {

  private final Tagger tagger;
  private final Trends trends;

  /** An enricher with the given judgement of topics and trends. */
  public Enricher(Tagger tagger, Trends trends) {
    this.tagger = tagger;
    this.trends = trends;
  }

  /**
   * The public record of a paper.
   *
   * @return nothing while there were only signals
   */
  public Optional<EnrichedPaper> enrich(String paperId, Dossier dossier) {
    return dossier
        .firstSeenAt()
        .map(
            firstSeenAt -> {
              EnrichedPaper.Builder paper =
                  PaperMerge.merge(paperId, dossier.standing(), firstSeenAt);
              return paper
                  .setTopics(tagger.tag(text(paper)).stream().map(Enricher::topic).toList())
                  .setTrend(trends.of(dossier.attention(), firstSeenAt))
                  .build();
            });
  }

  private static TopicTag topic(Tag tag) {
    return TopicTag.newBuilder()
        .setTopic(tag.topic())
        .setLabel(tag.label())
        .setScore(tag.score())
        .setEvidence(tag.evidence())
        .build();
  }

  private static PaperText text(EnrichedPaper.Builder paper) {
    return new PaperText(
        paper.getTitle(),
        Optional.ofNullable(paper.getAbstractText()).orElse(""),
        paper.getCategories());
  }
}
