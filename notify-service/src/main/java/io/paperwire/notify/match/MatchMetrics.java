package io.paperwire.notify.match;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.paperwire.notify.role.MatchRole;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/**
 * The tasks of this instance as metrics: {@code paperwire.match.subscribers} and {@code
 * paperwire.match.interests} tell the load, {@code paperwire.match.backlog} papers of the past that
 * wait, {@code paperwire.match.filling} tasks that fill their index and match nothing yet.
 */
@Singleton
@MatchRole
final class MatchMetrics implements ApplicationEventListener<StartupEvent> {

  private final TaskBook tasks;
  private final MeterRegistry registry;

  MatchMetrics(TaskBook tasks, MeterRegistry registry) {
    this.tasks = tasks;
    this.registry = registry;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    add("subscribers", "Subscribers whom papers are matched for.", TaskBook::subscribers);
    add("interests", "What these subscribers ask for.", TaskBook::interests);
    add("backlog", "Papers of the past that wait to be matched.", TaskBook::backlog);
    add(
        "filling",
        "Tasks that fill their index and match nothing yet.",
        book -> book.filling().map(TaskBook.Filling::tasks).orElse(0));
  }

  private void add(String name, String description, ToDoubleFunction<TaskBook> value) {
    Gauge.builder("paperwire.match." + name, tasks, value)
        .description(description)
        .register(registry);
  }
}
