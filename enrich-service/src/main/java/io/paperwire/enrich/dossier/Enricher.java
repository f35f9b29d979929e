package io.paperwire.enrich.dossier;

import io.paperwire.embedding.EmbeddedText;
import io.paperwire.embedding.EmbeddingModel;
import io.paperwire.embedding.Int8Vector;
import io.paperwire.embedding.TextHash;
import io.paperwire.enrich.merge.PaperMerge;
import io.paperwire.enrich.summary.Summaries;
import io.paperwire.enrich.trend.Trends;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEmbedding;
import io.paperwire.schemas.PaperSignal;
import io.paperwire.schemas.PaperSummary;
import io.paperwire.schemas.PaperVector;
import io.paperwire.schemas.TopicStanding;
import io.paperwire.tagging.Judgement;
import io.paperwire.tagging.PaperJudge;
import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.tagging.paper.PaperText;
import io.paperwire.tagging.paper.SentenceVector;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the public record of a paper. Any number of threads may use one. */
public final class Enricher {

  private final PaperJudge judge;
  private final Trends trends;
  private final EmbeddingModel model;

  /**
   * An enricher with the given judgement of papers and trends.
   *
   * @param model whose vectors are taken in
   */
  public Enricher(PaperJudge judge, Trends trends, EmbeddingModel model) {
    this.judge = judge;
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
                  PaperMerge.merge(paperId, dossier.events(), firstSeenAt);
              AnalyzedPaper read = AnalyzedPaper.of(text(paper));
              Optional<PaperVector> vector = vector(dossier, paper);
              JudgedFields.set(judgement(read, vector), paper);
              return paper
                  .setStandings(standings(dossier, paper))
                  .setSummary(summary(dossier, paper, read).orElse(null))
                  .setSummaryModel(written(dossier, paper).map(PaperSummary::getModel).orElse(null))
                  .setVector(vector.orElse(null))
                  .setTrend(trends.of(dossier.attention(), firstSeenAt))
                  .setTrendingUntil(trends.until(dossier.attention()).orElse(null))
                  .build();
            });
  }

  /** The places within the topics that the paper has now, the best one first. */
  private static List<TopicStanding> standings(Dossier dossier, EnrichedPaper.Builder paper) {
    return paper.getTopics().stream()
        .filter(tag -> dossier.places().containsKey(tag.getTopic()))
        .map(
            tag ->
                new TopicStanding(
                    tag.getTopic(),
                    tag.getLabel(),
                    dossier.places().getOrDefault(tag.getTopic(), 0)))
        .sorted(Comparator.comparingInt(TopicStanding::getPlace))
        .toList();
  }

  /**
   * By words, and better once there is a vector. Categories are predicted only where no source
   * gives one of arXiv's.
   */
  private Judgement judgement(AnalyzedPaper paper, Optional<PaperVector> vector) {
    Optional<SentenceVector> meaning = vector.map(Enricher::meaning);
    return paper.paper().hasArxivCategory()
        ? judge.judgeWithoutCategories(paper, meaning)
        : judge.judge(paper, meaning);
  }

  private static SentenceVector meaning(PaperVector vector) {
    byte[] values = new byte[vector.getValues().remaining()];
    vector.getValues().duplicate().get(values);
    return new SentenceVector(
        vector.getModel(),
        vector.getModelVersion(),
        new Int8Vector(vector.getScale(), values).toFloats());
  }

  /**
   * Takes a signal into the dossier of its paper, and leaves attention out that no longer counts.
   *
   * @param writtenAt time of the signal's record
   */
  public Dossier withSignal(Dossier dossier, PaperSignal signal, Instant writtenAt) {
    return dossier.with(signal, writtenAt).within(trends.memory());
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
            .map(seen -> PaperMerge.merge(embedding.getPaperId(), dossier.events(), seen))
            .filter(paper -> textHash(paper).equals(embedding.getTextHash()))
            .isPresent();
    return ours && fits ? dossier.with(embedding) : dossier;
  }

  /**
   * Takes a written summary into the dossier of its paper.
   *
   * @return the same dossier if it is of a text that the paper no longer has
   */
  public Dossier withSummary(Dossier dossier, PaperSummary summary) {
    boolean fits =
        dossier
            .firstSeenAt()
            .map(seen -> PaperMerge.merge(summary.getPaperId(), dossier.events(), seen))
            .filter(paper -> textHash(paper).equals(summary.getTextHash()))
            .isPresent();
    return fits ? dossier.with(summary) : dossier;
  }

  private static Optional<PaperSummary> written(Dossier dossier, EnrichedPaper.Builder paper) {
    return dossier.summary().filter(summary -> summary.getTextHash().equals(textHash(paper)));
  }

  /** The written one, or else sentences of the abstract. */
  private static Optional<String> summary(
      Dossier dossier, EnrichedPaper.Builder paper, AnalyzedPaper read) {
    return written(dossier, paper)
        .map(PaperSummary::getText)
        .or(() -> Summaries.of(read.title(), read.abstractText()));
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
    return new PaperText(
        paper.getTitle(),
        abstractText(paper),
        paper.getCategories(),
        Optional.ofNullable(paper.getPublishedAt())
            .map(published -> LocalDate.ofInstant(published, ZoneOffset.UTC)));
  }

  private static String abstractText(EnrichedPaper.Builder paper) {
    return Optional.ofNullable(paper.getAbstractText()).orElse("");
  }
}
