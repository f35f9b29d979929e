package io.paperwire.enrich.wiring;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.paperwire.deployment.KafkaSettings;
import io.paperwire.embedding.Embedder;
import io.paperwire.embedding.EmbeddingModel;
import io.paperwire.enrich.dossier.Enricher;
import io.paperwire.enrich.standing.StandingTopology;
import io.paperwire.enrich.topology.EnrichTopology;
import io.paperwire.enrich.trend.Trends;
import io.paperwire.enrich.vectors.VectorTopology;
import io.paperwire.enrich.writing.SummaryStage;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.streams.Attempts;
import io.paperwire.streams.StreamDefinition;
import io.paperwire.streams.StreamsSettings;
import io.paperwire.tagging.PaperJudge;
import io.paperwire.topics.Vocabulary;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the service's streams. */
@Factory
final class EnrichFactory {

  private static final Logger LOG = LoggerFactory.getLogger(EnrichFactory.class);

  @Singleton
  StreamDefinition stream(
      StreamsSettings settings,
      TopicCatalogue catalogue,
      TrendConfiguration trend,
      VectorsConfiguration vectors,
      Attempts attempts) {
    PaperJudge judge = PaperJudge.load(Vocabulary.load());
    EmbeddingModel model = vectors.embeddingModel();
    for (String unread : judge.notLearntFrom(model.name(), model.version())) {
      LOG.warn(
          "papers get no {} by their vectors, only by their words: those that Paperwire comes with"
              + " were learnt from vectors of another model than {} {}",
          unread,
          model.name(),
          model.version());
    }
    Enricher enricher = new Enricher(judge, new Trends(trend.settings()), model);
    return EnrichTopology.define(settings.topologyConfig(), catalogue, enricher, attempts);
  }

  @Singleton
  @Named("standings")
  StreamDefinition standings(
      StreamsSettings settings, TopicCatalogue catalogue, TrendConfiguration trend) {
    return StandingTopology.define(settings.topologyConfig(), catalogue, trend.halfLife());
  }

  @Singleton
  @Named("vectors")
  @Requires(property = "paperwire.vectors.enabled", notEquals = "false")
  StreamDefinition vectors(
      StreamsSettings settings,
      TopicCatalogue catalogue,
      Embedder embedder,
      VectorsConfiguration vectors,
      Attempts attempts) {
    return VectorTopology.define(
        settings.topologyConfig(), catalogue, embedder, vectors.threads(), attempts);
  }

  @Context
  @Bean(preDestroy = "close")
  @Requires(beans = SummariesConfiguration.class)
  SummaryStage summaries(
      SummariesConfiguration summaries,
      StreamsSettings settings,
      KafkaSettings kafka,
      TopicCatalogue catalogue) {
    return new SummaryStage(
        kafka, settings.applicationId() + "-summaries", catalogue, summaries.settings());
  }

  /**
   * Loaded before the stage starts: a model that is not there says nothing of the papers, which
   * would all be set aside one by one.
   */
  @Singleton
  @Bean(preDestroy = "close")
  Embedder embedder(VectorsConfiguration vectors) {
    return vectors.open();
  }
}
