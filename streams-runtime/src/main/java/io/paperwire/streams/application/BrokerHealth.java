package io.paperwire.streams.application;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.paperwire.streams.StreamDefinition;
import io.paperwire.streams.StreamsSettings;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.reactivestreams.Publisher;

/** The broker's part of {@code /health}: up while the cluster can be described in time. */
@Singleton
@Requires(beans = StreamDefinition.class)
final class BrokerHealth implements HealthIndicator {

  private static final int TIMEOUT_MS = 3_000;

  private final Admin admin;

  BrokerHealth(StreamsSettings settings) {
    admin = Admin.create(settings.adminProperties("health"));
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.fromCompletableFuture(
        () ->
            admin
                .describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MS))
                .nodes()
                .toCompletionStage()
                .toCompletableFuture()
                .handle(
                    (nodes, failure) ->
                        failure == null
                            ? HealthResult.builder("broker", HealthStatus.UP)
                                .details(Map.of("nodes", nodes.size()))
                                .build()
                            : HealthResult.builder("broker", HealthStatus.DOWN)
                                .details(Map.of("problem", failure.toString()))
                                .build()));
  }

  @PreDestroy
  void close() {
    admin.close(Duration.ofMillis(TIMEOUT_MS));
  }
}
