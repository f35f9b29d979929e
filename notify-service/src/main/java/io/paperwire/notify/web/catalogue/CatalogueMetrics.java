package io.paperwire.notify.web.catalogue;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.paperwire.notify.role.WebRole;
import jakarta.inject.Singleton;

/**
 * The catalogue as metrics: {@code paperwire.catalogue.up} is 1 while papers reach it, {@code
 * paperwire.catalogue.set.aside} counts records that were no papers and became dead letters.
 */
@Singleton
@WebRole
final class CatalogueMetrics implements ApplicationEventListener<StartupEvent> {

  private final CatalogueProjector projector;
  private final MeterRegistry registry;

  CatalogueMetrics(CatalogueProjector projector, MeterRegistry registry) {
    this.projector = projector;
    this.registry = registry;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    Gauge.builder("paperwire.catalogue.up", projector, of -> of.problem().isEmpty() ? 1 : 0)
        .description("1 while papers reach the catalogue.")
        .register(registry);
    FunctionCounter.builder(
            "paperwire.catalogue.set.aside", projector, CatalogueProjector::setAside)
        .description("Records that became dead letters.")
        .register(registry);
  }
}
