package io.paperwire.notify.deliver;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.paperwire.notify.role.DeliverRole;
import jakarta.inject.Singleton;

/**
 * The role as metrics: {@code paperwire.deliver.digests} counts digests by what became of them,
 * under the names of {@code /health}; {@code paperwire.deliver.in.hand} are those that are read and
 * not settled; {@code paperwire.deliver.up} is 1 while mails go through.
 */
@Singleton
@DeliverRole
final class DeliverMetrics implements ApplicationEventListener<StartupEvent> {

  private final DeliverService service;
  private final MeterRegistry registry;

  DeliverMetrics(DeliverService service, MeterRegistry registry) {
    this.service = service;
    this.registry = registry;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    for (String outcome : service.status().counts().keySet()) {
      FunctionCounter.builder(
              "paperwire.deliver.digests",
              service,
              of -> of.status().counts().getOrDefault(outcome, 0L))
          .description("Digests by what became of them.")
          .tag("outcome", outcome)
          .register(registry);
    }
    Gauge.builder("paperwire.deliver.in.hand", service, of -> of.status().inHand())
        .description("Digests that are read and not settled.")
        .register(registry);
    Gauge.builder("paperwire.deliver.up", service, of -> of.status().isUp() ? 1 : 0)
        .description("1 while digests are read and mails go through.")
        .register(registry);
  }
}
