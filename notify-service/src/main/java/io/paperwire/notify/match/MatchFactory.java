package io.paperwire.notify.match;

import io.micronaut.context.annotation.Factory;
import io.paperwire.notify.digest.DigestLimits;
import io.paperwire.notify.role.MatchRole;
import io.paperwire.notify.wiring.TrendConfiguration;
import io.paperwire.provisioning.TopicSettings;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.streams.StreamDefinition;
import io.paperwire.streams.StreamsSettings;
import io.paperwire.topics.Vocabulary;
import jakarta.inject.Singleton;

/** Contributes the stream, which the streams runtime then prepares, starts, watches and closes. */
@Factory
final class MatchFactory {

  /** Well below what a broker takes in one record by default, which is 1 MiB. */
  private static final int DIGEST_BYTES = 800_000;

  @Singleton
  @MatchRole
  StreamDefinition stream(
      MatchConfiguration configuration,
      TrendConfiguration trend,
      TopicSettings topicSettings,
      TopicCatalogue topics,
      Vocabulary vocabulary,
      StreamsSettings streams,
      TaskBook tasks) {
    MatchSettings settings =
        new MatchSettings(
            topicSettings.partitionsOf(topics.interests().name()),
            configuration.round(),
            configuration.digestsPerRound(),
            new DigestLimits(configuration.digestItems(), DIGEST_BYTES),
            configuration.patience(),
            configuration.memory(),
            trend.halfLife());
    return MatchTopology.create(
        settings, topics, vocabulary, streams.topologyConfig(), tasks, System::nanoTime);
  }
}
