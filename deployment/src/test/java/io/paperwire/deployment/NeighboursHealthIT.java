package io.paperwire.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthResult;
import io.paperwire.embedded.Backend;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@UseBackends({Backend.KAFKA, Backend.REGISTRY})
final class NeighboursHealthIT {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Backends backends;

  NeighboursHealthIT(Backends backends) {
    this.backends = backends;
  }

  @Test
  void shouldBeUpWhileBothAnswer() {
    try (ApplicationContext context =
        service(backends.bootstrapServers(), backends.registryUrl())) {
      BrokerHealth broker = context.getBean(BrokerHealth.class);
      RegistryHealth registry = context.getBean(RegistryHealth.class);

      await().atMost(LIMIT).until(() -> broker.ask().getStatus().equals(HealthStatus.UP));
      await().atMost(LIMIT).until(() -> registry.ask().getStatus().equals(HealthStatus.UP));
    }
  }

  @Test
  void shouldBeDownWhileNobodyAnswers() {
    try (ApplicationContext context = service("localhost:1", "http://localhost:1")) {
      HealthResult broker = context.getBean(BrokerHealth.class).ask();
      HealthResult registry = context.getBean(RegistryHealth.class).ask();

      assertThat(broker.getStatus()).isEqualTo(HealthStatus.DOWN);
      assertThat(broker.getDetails().toString()).contains("servers=localhost:1");
      assertThat(registry.getStatus()).isEqualTo(HealthStatus.DOWN);
      assertThat(registry.getDetails().toString()).contains("url=http://localhost:1");
    }
  }

  @Test
  void shouldBeDownForAServerWhoseNameMeansNothing() {
    try (ApplicationContext context = service("nowhere.invalid:9092", backends.registryUrl())) {
      assertThat(context.getBean(BrokerHealth.class).ask().getStatus())
          .isEqualTo(HealthStatus.DOWN);
    }
  }

  private static ApplicationContext service(String broker, String registry) {
    return ApplicationContext.run(
        Map.of("kafka.bootstrap.servers", broker, "paperwire.registry.url", registry));
  }
}
