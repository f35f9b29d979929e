package io.paperwire.ingest;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Value;
import io.paperwire.deployment.FixedPartitions;
import io.paperwire.ingest.config.IngestConfiguration;
import io.paperwire.ingest.config.KafkaClients;
import io.paperwire.ingest.config.UpstreamConfiguration;
import io.paperwire.ingest.contracts.Contracts;
import io.paperwire.ingest.harvest.Harvest;
import io.paperwire.ingest.harvest.SourceRunner;
import io.paperwire.ingest.publish.PublishTopics;
import io.paperwire.ingest.publish.SourceSessions;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.state.StateTopic;
import io.paperwire.ingest.submission.Submissions;
import io.paperwire.ingest.turns.KafkaTurns;
import io.paperwire.ingest.turns.TurnTopic;
import io.paperwire.ingest.upstream.Turns;
import io.paperwire.provisioning.Provisioning;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
  TurnTopic turnTopic(
      @Property(name = "paperwire.topics.prefix", defaultValue = "") String prefix) {
    return TurnTopic.of(prefix);
  }

  @Singleton
  FixedPartitions turnPartitions(TurnTopic turns) {
    return new FixedPartitions(turns.name(), TurnTopic.PARTITIONS);
  }

  @Singleton
  @Bean(preDestroy = "close")
  Turns turns(
      UpstreamConfiguration upstream,
      KafkaClients clients,
      TurnTopic topic,
      IngestConfiguration ingest,
      InstantSource clock,
      @Value("${micronaut.server.port}") int port) {
    return upstream.shared()
        ? new KafkaTurns(clients, topic, instance(ingest, port), clock)
        : Turns.unshared();
  }

  @Singleton
  Contracts contracts(Provisioning provisioning, PublishTopics topics, TurnTopic turns) {
    List<Topic<?, ?>> all = new ArrayList<>(topics.all());
    all.add(turns.topic());
    return new Contracts(provisioning, all);
  }

  private static String instance(IngestConfiguration ingest, int port) {
    return ingest.instance().isBlank() ? host() + "-" + port : ingest.instance();
  }

  /** A machine need not be able to find its own name. */
  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return Optional.ofNullable(System.getenv("HOSTNAME")).orElse("localhost");
    }
  }

  @Singleton
  SourceSessions sessions(
      KafkaClients clients,
      PublishTopics topics,
      IngestConfiguration ingest,
      InstantSource clock,
      @Value("${micronaut.server.port}") int port) {
    return new SourceSessions(
        clients, topics, instance(ingest, port), clock, ingest.takeoverAfter());
  }

  @Singleton
  Harvest harvest(List<Source> sources, SourceSessions sessions, Contracts contracts) {
    return new Harvest(
        sources.stream()
            .map(source -> new SourceRunner(source, sessions, contracts.inPlace()))
            .toList());
  }

  @Singleton
  Submissions submissions(SourceSessions sessions, Contracts contracts) {
    return new Submissions(sessions, contracts.inPlace());
  }
}
