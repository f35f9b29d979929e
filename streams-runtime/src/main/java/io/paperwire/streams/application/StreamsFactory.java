package io.paperwire.streams.application;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.paperwire.deployment.KafkaSettings;
import io.paperwire.provisioning.Provisioning;
import io.paperwire.provisioning.TopicSettings;
import io.paperwire.streams.Attempts;
import io.paperwire.streams.StreamDefinition;
import io.paperwire.streams.StreamsSettings;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes the beans of a stream from the configuration that every service with a stream has. */
@Factory
final class StreamsFactory {

  private static final String APPLICATION_ID = "paperwire.streams.application-id";

  /** How the stream runs. */
  @Singleton
  @Requires(property = APPLICATION_ID)
  StreamsSettings settings(
      StreamsConfiguration configuration, TopicSettings topics, KafkaSettings kafka) {
    return new StreamsSettings(
        configuration.applicationId(),
        kafka,
        configuration.stateDirectory(),
        configuration.threads(),
        configuration.commitInterval(),
        configuration.pollTime(),
        configuration.closeTimeout(),
        topics.replicationFactor());
  }

  /** How often work on a record is tried. */
  @Singleton
  @Requires(property = APPLICATION_ID)
  Attempts attempts(StreamsConfiguration configuration) {
    return new Attempts(configuration.attempts());
  }

  /** The streams, closed with the application. */
  @Singleton
  @Bean(preDestroy = "close")
  @Requires(beans = StreamDefinition.class)
  ServiceStreams streams(
      StreamsSettings settings,
      List<StreamDefinition> streams,
      Provisioning provisioning,
      StreamMetrics metrics) {
    return ServiceStreams.of(settings, streams, provisioning, metrics);
  }
}
