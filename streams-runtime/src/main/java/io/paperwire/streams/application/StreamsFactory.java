package io.paperwire.streams.application;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.paperwire.provisioning.TopicSettings;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.streams.Preparation;
import io.paperwire.streams.StreamDefinition;
import io.paperwire.streams.StreamsRuntime;
import io.paperwire.streams.StreamsSettings;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Makes the beans of a stream from the configuration that every service with a stream has. */
@Factory
final class StreamsFactory {

  private static final String APPLICATION_ID = "paperwire.streams.application-id";

  /**
   * How the stream runs.
   *
   * @param environment holds {@code kafka.*}: what all Kafka clients understand (servers, security,
   *     timeouts) under Kafka's own names
   */
  @Singleton
  @Requires(property = APPLICATION_ID)
  StreamsSettings settings(
      StreamsConfiguration configuration, TopicSettings topics, Environment environment) {
    Map<String, String> clients = new HashMap<>();
    for (String name : AdminClientConfig.configNames()) {
      environment
          .getProperty("kafka." + name, String.class)
          .ifPresent(value -> clients.put(name, value));
    }
    String servers = clients.remove(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
    if (servers == null || servers.isBlank()) {
      throw new IllegalArgumentException(
          "no broker is configured: set kafka.bootstrap.servers (KAFKA_BOOTSTRAP_SERVERS)");
    }
    return new StreamsSettings(
        configuration.applicationId(),
        servers,
        configuration.stateDirectory(),
        configuration.threads(),
        configuration.commitInterval(),
        configuration.closeTimeout(),
        topics.replicationFactor(),
        clients);
  }

  /** How missing topics are made. */
  @Singleton
  @Requires(missingBeans = TopicSettings.class)
  TopicSettings topics(
      @Property(name = "paperwire.topics.partitions", defaultValue = "6") int partitions,
      @Property(name = "paperwire.topics.replication-factor", defaultValue = "1")
          int replicationFactor) {
    return new TopicSettings(partitions, replicationFactor);
  }

  /**
   * The stream, closed with the application.
   *
   * @param provision whether missing topics are created and schemas registered
   */
  @Singleton
  @Bean(preDestroy = "close")
  @Requires(beans = StreamDefinition.class)
  StreamsRuntime runtime(
      StreamsSettings settings,
      StreamDefinition stream,
      RegistrySettings registry,
      TopicSettings topics,
      @Property(name = "paperwire.provision.enabled", defaultValue = "true") boolean provision) {
    Preparation preparation =
        provision ? new StreamProvisioning(settings, registry, topics, stream.topics()) : () -> {};
    return new StreamsRuntime(settings, stream, preparation);
  }
}
