package io.paperwire.enrich.wiring;

import io.micronaut.context.annotation.Factory;
import io.paperwire.enrich.dossier.Enricher;
import io.paperwire.enrich.topology.EnrichTopology;
import io.paperwire.enrich.trend.Trends;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.streams.StreamDefinition;
import io.paperwire.streams.StreamsSettings;
import io.paperwire.tagging.topic.LexicalTagger;
import io.paperwire.topics.Vocabulary;
import jakarta.inject.Singleton;

/** Makes the service's stream. */
@Factory
final class EnrichFactory {

  @Singleton
  StreamDefinition stream(
      StreamsSettings settings, TopicCatalogue catalogue, TrendConfiguration trend) {
    Enricher enricher =
        new Enricher(new LexicalTagger(Vocabulary.load()), new Trends(trend.settings()));
    return EnrichTopology.define(settings.topologyConfig(), catalogue, enricher);
  }
}
