package io.paperwire.enrich.dossier;

import io.paperwire.embedding.EmbeddedText;
import io.paperwire.embedding.EmbeddingModel;
import io.paperwire.embedding.TextHash;
import io.paperwire.enrich.merge.PaperMerge;
import io.paperwire.enrich.summary.Summaries;
import io.paperwire.enrich.trend.Trends;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEmbedding;
import io.paperwire.schemas.PaperVector;
import io.paperwire.schemas.TopicTag;
import io.paperwire.tagging.paper.PaperText;
import io.paperwire.tagging.topic.Tag;
import io.paperwire.tagging.topic.Tagger;
import java.util.Optional;

/** Makes the public record of a paper. Any number of threads may use one. */
public final class Enricher {

  private final Tagger tagger;
  private final Trends trends;
  private final EmbeddingModel model;

  /**
   * An enricher with the given judgement of topics and trends.
   *
   * @param model whose vectors are taken in
   */
  public Enricher(Tagger tagger, Trends trends, EmbeddingModel model) {
    this.tagger = tagger;
    this.trends = trends;
    this.model = model;
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
                  .setSummary(Summaries.of(paper.getTitle(), abstractText(paper)).orElse(null))
                  .setTopics(tagger.tag(text(paper)).stream().map(Enricher::topic).toList())
                  .setVector(vector(dossier, paper).orElse(null))
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

  /**
   * Takes a vector into the dossier of its paper.
   *
   * @return the same dossier if the vector is of another model, or of a text that the paper no
   *     longer has
   */
  public Dossier withVector(Dossier dossier, PaperEmbedding embedding) {
    PaperVector vector = embedding.getVector();
    boolean ours =
        vector.getModel().equals(model.name()) && vector.getModelVersion().equals(model.version());
    boolean fits =
        dossier
            .firstSeenAt()
            .map(seen -> PaperMerge.merge(embedding.getPaperId(), dossier.standing(), seen))
            .filter(paper -> textHash(paper).equals(embedding.getTextHash()))
            .isPresent();
    return ours && fits ? dossier.with(embedding) : dossier;
  }

  private static Optional<PaperVector> vector(Dossier dossier, EnrichedPaper.Builder paper) {
    return dossier
        .embedding()
        .filter(embedding -> embedding.getTextHash().equals(textHash(paper)))
        .map(PaperEmbedding::getVector);
  }

  private static String textHash(EnrichedPaper.Builder paper) {
    return TextHash.of(EmbeddedText.ofPaper(paper.getTitle(), abstractText(paper)));
  }

  private static PaperText text(EnrichedPaper.Builder paper) {
    return new PaperText(paper.getTitle(), abstractText(paper), paper.getCategories());
  }

  private static String abstractText(EnrichedPaper.Builder paper) {
    return Optional.ofNullable(paper.getAbstractText()).orElse("");
  }
}
