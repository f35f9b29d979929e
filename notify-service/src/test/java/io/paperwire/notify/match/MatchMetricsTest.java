package io.paperwire.notify.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.event.StartupEvent;
import org.junit.jupiter.api.Test;

final class MatchMetricsTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void shouldTellTheLoadOfAllTasksThatAreHere() {
    TaskBook tasks = new TaskBook();
    try (ApplicationContext context = ApplicationContext.builder().build()) {
      new MatchMetrics(tasks, registry).onApplicationEvent(new StartupEvent(context));
    }
    tasks.fills("0_2", 10, 100);
    tasks.works("0_0", new TaskLoad(3, 7, 0));
    tasks.works("0_1", new TaskLoad(2, 2, 40));

    assertThat(value("subscribers")).isEqualTo(5);
    assertThat(value("interests")).isEqualTo(9);
    assertThat(value("backlog")).isEqualTo(40);
    assertThat(value("filling")).isEqualTo(1);

    tasks.ends("0_1");
    tasks.isFilled("0_2");
    tasks.works("0_0", new TaskLoad(4, 8, 0));

    assertThat(value("subscribers")).isEqualTo(4);
    assertThat(value("interests")).isEqualTo(8);
    assertThat(value("backlog")).isZero();
    assertThat(value("filling")).isZero();
  }

  private double value(String name) {
    return registry.get("paperwire.match." + name).gauge().value();
  }
}
