package io.paperwire.notify.web.outbox;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.scheduling.TaskExecutors;
import io.paperwire.notify.role.WebRole;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.reactivestreams.Publisher;

/**
 * The outbox's part of {@code /health}: up while changes reach Kafka. It counts the rows that wait,
 * and those that were set aside because Kafka can never take them.
 */
@Singleton
@WebRole
final class OutboxHealth implements HealthIndicator {

  private static final String NAME = "outbox";

  private final OutboxRelay relay;
  private final Jdbi database;
  private final ExecutorService blocking;

  OutboxHealth(
      OutboxRelay relay, Jdbi database, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.relay = relay;
    this.database = database;
    this.blocking = blocking;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.fromCompletableFuture(
        () -> CompletableFuture.supplyAsync(this::look, blocking));
  }

  private HealthResult look() {
    Optional<String> problem = relay.problem();
    if (problem.isPresent()) {
      return down(problem.get());
    }
    try {
      return database.withHandle(
          handle -> {
            OutboxTable outbox = new OutboxTable(handle);
            return HealthResult.builder(NAME, HealthStatus.UP)
                .details(Map.of("waiting", outbox.waiting(), "setAside", outbox.setAside()))
                .build();
          });
    } catch (JdbiException e) {
      return down(e.toString());
    }
  }

  private static HealthResult down(String problem) {
    return HealthResult.builder(NAME, HealthStatus.DOWN)
        .details(Map.of("problem", problem))
        .build();
  }
}
