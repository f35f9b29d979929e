package io.paperwire.notify.match;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.paperwire.notify.role.MatchRole;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/**
 * The backlog's part of {@code /health}: how many papers of the past wait to be matched by the
 * tasks of this instance. That some do is no fault.
 */
@Singleton
@MatchRole
final class BacklogHealth implements HealthIndicator {

  private final TaskBook tasks;

  BacklogHealth(TaskBook tasks) {
    this.tasks = tasks;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.just(
        HealthResult.builder("backlog", HealthStatus.UP)
            .details(Map.of("papers", tasks.backlog()))
            .build());
  }
}
