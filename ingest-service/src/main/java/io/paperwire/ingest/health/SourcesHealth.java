package io.paperwire.ingest.health;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.paperwire.ingest.harvest.Harvest;
import io.paperwire.ingest.harvest.RunnerState;
import io.paperwire.ingest.harvest.SourceRunner;
import io.paperwire.ingest.publish.Coverage;
import io.paperwire.ingest.source.SourceCondition;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.reactivestreams.Publisher;

/** The sources' part: up while each is read, here or by another instance. */
@Singleton
final class SourcesHealth implements HealthIndicator {

  private final Harvest harvest;

  SourcesHealth(Harvest harvest) {
    this.harvest = harvest;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    Map<String, Object> details = new LinkedHashMap<>();
    boolean up = true;
    for (SourceRunner runner : harvest.runners()) {
      RunnerState state = runner.state();
      details.put(runner.name(), details(state, runner.condition(), runner.coverage()));
      up &= isUp(state);
    }
    return Publishers.just(
        HealthResult.builder("sources", up ? HealthStatus.UP : HealthStatus.DOWN)
            .details(details)
            .build());
  }

  private static boolean isUp(RunnerState state) {
    return switch (state) {
      case RunnerState.Active _, RunnerState.StandingBy _ -> true;
      case RunnerState.Starting _, RunnerState.Failing _, RunnerState.Stopped _ -> false;
    };
  }

  private static Map<String, Object> details(
      RunnerState state, SourceCondition condition, Coverage coverage) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("state", state.label());
    switch (state) {
      case RunnerState.Active(int known) -> details.put("knownAtStart", known);
      case RunnerState.Failing(String reason) -> details.put("problem", reason);
      case RunnerState.Starting _, RunnerState.StandingBy _, RunnerState.Stopped _ -> {}
    }
    details.put("freshness", condition.freshness().name().toLowerCase(Locale.ROOT));
    details.put("reason", condition.reason());
    details.put("announced", coverage.announced());
    details.put("seen", coverage.seen());
    if (!condition.parts().isEmpty()) {
      details.put("parts", condition.parts());
    }
    return details;
  }
}
