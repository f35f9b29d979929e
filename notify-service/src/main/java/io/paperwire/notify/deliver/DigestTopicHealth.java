package io.paperwire.notify.deliver;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.paperwire.deployment.KafkaSettings;
import io.paperwire.notify.role.DeliverRole;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.reactivestreams.Publisher;

/**
 * The topic's part of {@code /health}: up while the broker describes the topic of digests in time.
 */
@Singleton
@DeliverRole
final class DigestTopicHealth implements HealthIndicator {

  private static final int TIMEOUT_MS = 3_000;

  private final Admin admin;
  private final String topic;

  DigestTopicHealth(KafkaSettings kafka, TopicCatalogue catalogue) {
    this.admin = Admin.create(kafka.client("notify-deliver-health"));
    this.topic = catalogue.digests().name();
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.fromCompletableFuture(
        () ->
            admin
                .describeTopics(List.of(topic), new DescribeTopicsOptions().timeoutMs(TIMEOUT_MS))
                .allTopicNames()
                .toCompletionStage()
                .toCompletableFuture()
                .handle(
                    (_, failure) ->
                        failure == null
                            ? result(HealthStatus.UP, "topic", topic)
                            : result(HealthStatus.DOWN, "problem", failure.toString())));
  }

  private static HealthResult result(HealthStatus status, String detail, String value) {
    return HealthResult.builder("digests topic", status).details(Map.of(detail, value)).build();
  }

  @PreDestroy
  void close() {
    admin.close(Duration.ofMillis(TIMEOUT_MS));
  }
}
