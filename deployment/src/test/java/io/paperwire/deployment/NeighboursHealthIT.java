package io.paperwire.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthResult;
import io.paperwire.embedded.Backend;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.util.Map;
import org.junit.jupiter.api.Test;

@UseBackends({Backend.KAFKA, Backend.REGISTRY})
final class NeighboursHealthIT {

  private final Backends backends;

  NeighboursHealthIT(Backends backends) {
    this.backends = backends;
  }

  @Test
  void shouldBeUpWhileBothAnswer() {
    try (ApplicationContext context =
        service(backends.bootstrapServers(), backends.registryUrl())) {
      assertThat(context.getBean(BrokerHealth.class).ask().getStatus()).isEqualTo(HealthStatus.UP);
      assertThat(context.getBean(RegistryHealth.class).ask().getStatus())
          .isEqualTo(HealthStatus.UP);
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
