package io.paperwire.ingest;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Value;
import io.paperwire.deployment.FixedPartitions;
import io.paperwire.ingest.config.IngestConfiguration;
import io.paperwire.ingest.config.KafkaClients;
import io.paperwire.ingest.contracts.Contracts;
import io.paperwire.ingest.harvest.Harvest;
import io.paperwire.ingest.harvest.SourceRunner;
import io.paperwire.ingest.publish.PublishTopics;
import io.paperwire.ingest.publish.SourceSessions;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.state.StateTopic;
import io.paperwire.ingest.submission.Submissions;
import io.paperwire.provisioning.Provisioning;
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
  StateTopic state(
      @Property(name = "paperwire.topics.prefix", defaultValue = "") String prefix,
      IngestConfiguration ingest) {
    return StateTopic.of(prefix, ingest.statePartitions());
  }

  @Singleton
  FixedPartitions statePartitions(StateTopic state) {
    return new FixedPartitions(state.name(), state.partitions());
  }

  @Singleton
  PublishTopics topics(
      TopicCatalogue catalogue,
      @Property(name = "paperwire.topics.prefix", defaultValue = "") String prefix,
      StateTopic state) {
    return PublishTopics.of(catalogue, prefix, state);
  }

  @Singleton
  Contracts contracts(Provisioning provisioning, PublishTopics topics) {
    return new Contracts(provisioning, topics.all());
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
