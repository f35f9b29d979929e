package io.paperwire.enrich.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.paperwire.enrich.dossier.Enricher;
import io.paperwire.enrich.tagging.LexicalTagger;
import io.paperwire.enrich.topology.EnrichTopology;
import io.paperwire.enrich.trend.Trends;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.streams.StreamDefinition;
import io.paperwire.streams.StreamsSettings;
import io.paperwire.topics.Vocabulary;
import jakarta.inject.Singleton;

/** Makes the service's stream. */
@Factory
final class EnrichFactory {

  @Singleton
  RegistrySettings registry(RegistryConfiguration configuration) {
    return new RegistrySettings(configuration.url(), configuration.client());
  }

  @Singleton
  TopicCatalogue catalogue(
      RegistrySettings registry,
      @Property(name = "paperwire.topics.prefix", defaultValue = "") String prefix) {
    return TopicCatalogue.of(registry, prefix);
  }

  @Singleton
  StreamDefinition stream(
      StreamsSettings settings, TopicCatalogue catalogue, TrendConfiguration trend) {
    Enricher enricher =
        new Enricher(new LexicalTagger(Vocabulary.load()), new Trends(trend.settings()));
    return EnrichTopology.define(settings.topologyConfig(), catalogue, enricher);
  }
}
