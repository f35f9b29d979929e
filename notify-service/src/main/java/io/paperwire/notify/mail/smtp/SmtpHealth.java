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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;

/**
 * The mail server's part of {@code /health}: up while it greets us and lets us log in. It is asked
 * every few seconds at most, however often health is; every few minutes where it refuses us, since
 * servers lock out whoever comes with a wrong password again and again.
 */
@Singleton
@MailingRole
final class SmtpHealth implements HealthIndicator {

  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Duration REFUSED = Duration.ofMinutes(2);

  private static final String NAME = "smtp";

  private final SmtpConnections connections;
  private final ExecutorService blocking;
  private final InstantSource clock;
  private Instant askAgain = Instant.MIN;
  private HealthResult last = HealthResult.builder(NAME, HealthStatus.UNKNOWN).build();

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

  synchronized HealthResult look() {
    Instant now = clock.instant();
    boolean isSetBack = askAgain.isAfter(now.plus(REFUSED));
    if (isSetBack || !now.isBefore(askAgain)) {
      Optional<NoConnection> problem = connections.look();
      last = problem.map(SmtpHealth::down).orElseGet(this::up);
      boolean refused = problem.filter(NoConnection::isForGood).isPresent();
      askAgain = now.plus(refused ? REFUSED : FRESH);
    }
    return last;
  }

  private static HealthResult down(NoConnection problem) {
    return HealthResult.builder(NAME, HealthStatus.DOWN)
        .details(Map.of("problem", problem.reason()))
        .build();
  }

  private HealthResult up() {
    return HealthResult.builder(NAME, HealthStatus.UP)
        .details(Map.of("server", connections.server()))
        .build();
  }
}
