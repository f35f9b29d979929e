package io.paperwire.notify.mail.smtp;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.scheduling.TaskExecutors;
import io.paperwire.notify.role.MailingRole;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;

/**
 * The mail server's part of {@code /health}: up while it greets us and lets us log in. It is asked
 * every few seconds at most, however often health is.
 */
@Singleton
@MailingRole
final class SmtpHealth implements HealthIndicator {

  private static final Duration FRESH = Duration.ofSeconds(5);

  private final SmtpConnections connections;
  private final ExecutorService blocking;
  private final InstantSource clock;
  private Instant askAgain = Instant.MIN;
  private HealthResult last = HealthResult.builder("smtp", HealthStatus.UNKNOWN).build();

  SmtpHealth(
      SmtpConnections connections,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking,
      InstantSource clock) {
    this.connections = connections;
    this.blocking = blocking;
    this.clock = clock;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.fromCompletableFuture(
        () -> CompletableFuture.supplyAsync(this::look, blocking));
  }

  private synchronized HealthResult look() {
    if (!clock.instant().isBefore(askAgain)) {
      last = ask();
      askAgain = clock.instant().plus(FRESH);
    }
    return last;
  }

  private HealthResult ask() {
    return connections
        .problem()
        .map(
            problem ->
                HealthResult.builder("smtp", HealthStatus.DOWN)
                    .details(Map.of("problem", problem))
                    .build())
        .orElseGet(
            () ->
                HealthResult.builder("smtp", HealthStatus.UP)
                    .details(Map.of("server", connections.server()))
                    .build());
  }
}
