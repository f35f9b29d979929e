package io.paperwire.enrich.dossier;

import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperKind;
import io.paperwire.schemas.PredictedCategory;
import io.paperwire.schemas.TopicTag;
import io.paperwire.tagging.Judgement;
import io.paperwire.tagging.category.CategoryScore;
import io.paperwire.tagging.topic.Tag;

/** Writes what is thought of a paper into its record. */
final class JudgedFields {

  private JudgedFields() {}

  static void set(Judgement judgement, EnrichedPaper.Builder paper) {
    paper
        .setTopics(judgement.topics().stream().map(JudgedFields::topic).toList())
        .setKind(kind(judgement.kind().kind()))
        .setPredictedCategories(
            judgement.categories().stream().map(JudgedFields::category).toList());
  }

  private static TopicTag topic(Tag tag) {
    return TopicTag.newBuilder()
        .setTopic(tag.topic())
        .setLabel(tag.label())
        .setScore(tag.score())
        .setEvidence(tag.evidence())
        .build();
  }

  private static PredictedCategory category(CategoryScore predicted) {
    return new PredictedCategory(predicted.category(), predicted.score());
  }

  private static PaperKind kind(io.paperwire.tagging.kind.PaperKind kind) {
    return switch (kind) {
      case SURVEY -> PaperKind.SURVEY;
      case POSITION -> PaperKind.POSITION;
      case BENCHMARK -> PaperKind.BENCHMARK;
      case DATASET -> PaperKind.DATASET;
      case THEORY -> PaperKind.THEORY;
      case SYSTEM -> PaperKind.SYSTEM;
      case METHOD -> PaperKind.METHOD;
    };
  }
}
