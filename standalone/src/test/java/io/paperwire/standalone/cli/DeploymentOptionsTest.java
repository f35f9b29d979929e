package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.deployment.KafkaSettings;
import io.paperwire.schemas.catalogue.RegistrySettings;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

final class DeploymentOptionsTest {

  @Test
  void shouldTakeWhatTheEnvironmentTellsTheServicesOfTheBroker() {
    KafkaSettings kafka =
        DeploymentOptions.kafka(
            "broker:9093",
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "another:9092",
                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                "KAFKA_SASL_JAAS_CONFIG", "module required;",
                "KAFKA_SSL_TRUSTSTORE_LOCATION", "/etc/trust.jks",
                "KAFKA_HEAP_OPTS", "-Xmx1g",
                "PATH", "/bin"));

    assertThat(kafka.properties())
        .isEqualTo(
            Map.of(
                "bootstrap.servers", "broker:9093",
                "security.protocol", "SASL_SSL",
                "sasl.jaas.config", "module required;",
                "ssl.truststore.location", "/etc/trust.jks"));
  }

  @Test
  void shouldSayWhyAClientCannotBeMade() {
    assertThat(
            DeploymentOptions.reason(
                new KafkaException(
                    "Failed to construct kafka consumer",
                    new KafkaException(new IllegalArgumentException("no JAAS configuration")))))
        .isEqualTo("Failed to construct kafka consumer: no JAAS configuration");
    assertThat(DeploymentOptions.reason(new KafkaException("timed out"))).isEqualTo("timed out");
  }

  @Test
  void shouldTakeWhatTheEnvironmentTellsTheServicesOfTheRegistry() {
    assertThat(
            DeploymentOptions.registry(
                "https://registry.example.org",
                Map.of(
                    "PAPERWIRE_REGISTRY_URL", "https://another.example.org",
                    "PAPERWIRE_REGISTRY_CLIENT_BASIC_AUTH_USER_INFO", "user:secret")))
        .isEqualTo(
            new RegistrySettings(
                "https://registry.example.org", Map.of("basic.auth.user.info", "user:secret")));
  }
}
