package io.paperwire.notify.match;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.paperwire.notify.role.MatchRole;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import org.reactivestreams.Publisher;

/**
 * The part {@code index} of {@code /health}: down, and how far, while tasks of this instance fill
 * their index and match nothing yet.
 */
@Singleton
@MatchRole
final class MatchHealth implements HealthIndicator {

  private static final String NAME = "index";

  private final TaskBook tasks;

  MatchHealth(TaskBook tasks) {
    this.tasks = tasks;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.just(
        tasks
            .filling()
            .map(
                filling ->
                    HealthResult.builder(NAME, HealthStatus.DOWN)
                        .details(Map.of("progress", progress(filling)))
                        .build())
            .orElseGet(() -> HealthResult.builder(NAME, HealthStatus.UP).build()));
  }

  private static String progress(TaskBook.Filling filling) {
    return String.format(
        Locale.ROOT,
        "is being filled by %d %s: %,d of about %,d subscribers",
        filling.tasks(),
        filling.tasks() == 1 ? "task" : "tasks",
        filling.read(),
        filling.all());
  }
}
