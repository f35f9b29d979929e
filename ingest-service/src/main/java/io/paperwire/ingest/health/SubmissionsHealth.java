package io.paperwire.ingest.health;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.paperwire.ingest.submission.Submissions;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/** The submissions' part: up while what is posted can be written. */
@Singleton
final class SubmissionsHealth implements HealthIndicator {

  private final Submissions submissions;

  SubmissionsHealth(Submissions submissions) {
    this.submissions = submissions;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.just(
        submissions
            .obstacle()
            .map(
                obstacle ->
                    HealthResult.builder("submissions", HealthStatus.DOWN)
                        .details(Map.of("problem", obstacle))
                        .build())
            .orElseGet(() -> HealthResult.builder("submissions", HealthStatus.UP).build()));
  }
}
