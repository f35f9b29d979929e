package io.paperwire.deployment;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.scheduling.TaskExecutors;
import io.paperwire.schemas.catalogue.RegistrySettings;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;

/** The schema registry's part of {@code /health}: up while it answers in time. */
@Singleton
final class RegistryHealth implements HealthIndicator {

  private static final int TIMEOUT_MS = 3_000;

  /** Who asks for the health of a service sees no password. */
  private static final Pattern CREDENTIALS = Pattern.compile("//[^/,]*@");

  private final String shownUrl;
  private final SchemaRegistryClient registry;
  private final ExecutorService blocking;

  RegistryHealth(
      RegistrySettings settings, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    Map<String, Object> properties = new HashMap<>(settings.clientProperties());
    properties.put(SchemaRegistryClientConfig.HTTP_CONNECT_TIMEOUT_MS, TIMEOUT_MS);
    properties.put(SchemaRegistryClientConfig.HTTP_READ_TIMEOUT_MS, TIMEOUT_MS);
    properties.put(SchemaRegistryClientConfig.MAX_RETRIES_CONFIG, 0);
    this.shownUrl = CREDENTIALS.matcher(settings.url()).replaceAll("//");
    this.registry =
        SchemaRegistryClientFactory.newClient(settings.url(), 1, List.of(), properties, Map.of());
    this.blocking = blocking;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.fromCompletableFuture(
        () -> CompletableFuture.supplyAsync(this::ask, blocking));
  }

  /** Asks now; takes some seconds at most. */
  HealthResult ask() {
    try {
      registry.getMode();
      return HealthResult.builder("registry", HealthStatus.UP).build();
    } catch (IOException | RestClientException e) {
      return HealthResult.builder("registry", HealthStatus.DOWN)
          .details(Map.of("url", shownUrl, "problem", e.toString()))
          .build();
    }
  }
}
