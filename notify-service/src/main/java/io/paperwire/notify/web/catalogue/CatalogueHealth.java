package io.paperwire.notify.web.catalogue;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.paperwire.notify.role.WebRole;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/** The catalogue's part of {@code /health}: up while papers reach it. */
@Singleton
@WebRole
final class CatalogueHealth implements HealthIndicator {

  private static final String NAME = "catalogue";

  private final CatalogueProjector projector;

  CatalogueHealth(CatalogueProjector projector) {
    this.projector = projector;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.just(
        projector
            .problem()
            .map(
                problem ->
                    HealthResult.builder(NAME, HealthStatus.DOWN)
                        .details(Map.of("problem", problem))
                        .build())
            .orElseGet(() -> HealthResult.builder(NAME, HealthStatus.UP).build()));
  }
}
