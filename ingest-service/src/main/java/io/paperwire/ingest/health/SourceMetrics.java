package io.paperwire.ingest.health;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.paperwire.ingest.freshness.Freshness;
import io.paperwire.ingest.harvest.Harvest;
import io.paperwire.ingest.harvest.RunnerState;
import io.paperwire.ingest.harvest.SourceRunner;
import jakarta.inject.Singleton;
import java.util.Locale;

/**
 * The sources as metrics, each under its name: {@code paperwire.source.freshness} is 1 for the
 * state that the source is in and 0 for the others, so that an alert can name the state; {@code
 * paperwire.source.active} is 1 where this instance reads the source; {@code
 * paperwire.source.announced} and {@code paperwire.source.seen} count papers, {@code
 * paperwire.source.rejected} what could not be read.
 */
@Singleton
final class SourceMetrics implements ApplicationEventListener<ServerStartupEvent> {

  private static final String SOURCE = "source";

  private final Harvest harvest;
  private final MeterRegistry registry;

  SourceMetrics(Harvest harvest, MeterRegistry registry) {
    this.harvest = harvest;
    this.registry = registry;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    for (SourceRunner runner : harvest.runners()) {
      for (Freshness freshness : Freshness.values()) {
        Gauge.builder(
                "paperwire.source.freshness",
                runner,
                of -> of.condition().freshness() == freshness ? 1 : 0)
            .description("1 for the state that the source is in.")
            .tag(SOURCE, runner.name())
            .tag("state", freshness.name().toLowerCase(Locale.ROOT))
            .register(registry);
      }
      Gauge.builder(
              "paperwire.source.active",
              runner,
              of -> of.state() instanceof RunnerState.Active ? 1 : 0)
          .description("1 where this instance reads the source.")
          .tag(SOURCE, runner.name())
          .register(registry);
      Gauge.builder("paperwire.source.announced", runner, of -> of.coverage().announced())
          .description("Papers announced since this instance took the source over.")
          .tag(SOURCE, runner.name())
          .register(registry);
      Gauge.builder("paperwire.source.seen", runner, of -> of.coverage().seen())
          .description("Papers that are known from the source.")
          .tag(SOURCE, runner.name())
          .register(registry);
      FunctionCounter.builder("paperwire.source.rejected", runner, SourceRunner::rejected)
          .description("Pieces of input, and whole answers, that could not be read.")
          .tag(SOURCE, runner.name())
          .register(registry);
    }
  }
}
