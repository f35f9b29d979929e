package io.paperwire.ingest;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.paperwire.ingest.config.IngestConfiguration;
import io.paperwire.ingest.config.KafkaClients;
import io.paperwire.ingest.config.RegistryConfiguration;
import io.paperwire.ingest.config.TopicsConfiguration;
import io.paperwire.ingest.contracts.Contracts;
import io.paperwire.ingest.harvest.Harvest;
import io.paperwire.ingest.harvest.SourceRunner;
import io.paperwire.ingest.publish.PublishTopics;
import io.paperwire.ingest.publish.SourceSessions;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.state.StateTopic;
import io.paperwire.ingest.submission.Submissions;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;

/** Puts the parts together, which themselves know nothing of it. */
@Factory
final class Wiring {

  @Singleton
  PublishTopics topics(
      RegistryConfiguration registry, TopicsConfiguration topics, IngestConfiguration ingest) {
    return PublishTopics.of(
        TopicCatalogue.of(registry.settings(), topics.prefix()),
        topics.prefix(),
        StateTopic.of(topics.prefix(), ingest.statePartitions()));
  }

  @Singleton
  Contracts contracts(
      KafkaClients clients,
      RegistryConfiguration registry,
      PublishTopics topics,
      TopicsConfiguration configuration) {
    return new Contracts(clients, registry.settings(), topics, configuration);
  }

  @Singleton
  SourceSessions sessions(
      KafkaClients clients,
      PublishTopics topics,
      IngestConfiguration ingest,
      InstantSource clock,
      @Value("${micronaut.server.port}") int port)
      throws UnknownHostException {
    String instance =
        ingest.instance().isBlank()
            ? InetAddress.getLocalHost().getHostName() + "-" + port
            : ingest.instance();
    return new SourceSessions(clients, topics, instance, clock);
  }

  @Singleton
  Harvest harvest(
      List<Source> sources,
      SourceSessions sessions,
      Contracts contracts,
      IngestConfiguration ingest) {
    return new Harvest(
        sources.stream()
            .map(
                source ->
                    new SourceRunner(source, sessions, contracts.inPlace(), ingest.takeoverAfter()))
            .toList());
  }

  @Singleton
  Submissions submissions(SourceSessions sessions, Contracts contracts) {
    return new Submissions(sessions, contracts.inPlace());
  }
}
