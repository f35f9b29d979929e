package io.paperwire.deployment;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.reactivestreams.Publisher;

/** The broker's part of {@code /health}: up while the cluster can be described in time. */
@Singleton
final class BrokerHealth implements HealthIndicator {

  private static final int TIMEOUT_MS = 3_000;

  private final KafkaSettings kafka;
  private final ExecutorService blocking;

  BrokerHealth(KafkaSettings kafka, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.kafka = kafka;
    this.blocking = blocking;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.fromCompletableFuture(
        () -> CompletableFuture.supplyAsync(this::ask, blocking));
  }

  /** Asks now; takes some seconds at most. */
  HealthResult ask() {
    // A client of its own each time: while the broker's name does not resolve, none can be made.
    try (Admin admin = Admin.create(kafka.admin("health"))) {
      int nodes =
          admin
              .describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MS))
              .nodes()
              .get()
              .size();
      return HealthResult.builder("broker", HealthStatus.UP)
          .details(Map.of("nodes", nodes))
          .build();
    } catch (ExecutionException | KafkaException e) {
      return down(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return down("interrupted");
    }
  }

  private HealthResult down(String problem) {
    return HealthResult.builder("broker", HealthStatus.DOWN)
        .details(Map.of("servers", kafka.servers(), "problem", problem))
        .build();
  }
}
