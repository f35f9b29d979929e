package io.paperwire.notify.web.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.paperwire.notify.role.WebRole;
import jakarta.inject.Singleton;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The outbox as metrics: {@code paperwire.outbox.waiting} and {@code paperwire.outbox.set.aside}
 * count changes that Kafka has still to hear of, and those that it can never take. Asked of the
 * database each time; no number while that is away.
 */
@Singleton
@WebRole
final class OutboxMetrics implements ApplicationEventListener<StartupEvent> {

  private final Jdbi database;
  private final MeterRegistry registry;

  OutboxMetrics(Jdbi database, MeterRegistry registry) {
    this.database = database;
    this.registry = registry;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    add("waiting", "Changes that Kafka has still to hear of.", OutboxTable::waiting);
    add("set.aside", "Changes that Kafka can never take.", OutboxTable::setAside);
  }

  private void add(String name, String description, ToLongFunction<OutboxTable> count) {
    Gauge.builder("paperwire.outbox." + name, database, from -> number(from, count))
        .description(description)
        .register(registry);
  }

  private static double number(Jdbi database, ToLongFunction<OutboxTable> count) {
    try {
      return database.withHandle(handle -> count.applyAsLong(new OutboxTable(handle)));
    } catch (JdbiException e) {
      return Double.NaN;
    }
  }
}
