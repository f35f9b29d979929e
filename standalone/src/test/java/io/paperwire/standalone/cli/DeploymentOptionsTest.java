package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.deployment.KafkaSettings;
import io.paperwire.schemas.catalogue.RegistrySettings;
import java.io.EOFException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

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
  void shouldSayAllThatAChainOfCausesSays() {
    assertThat(
            DeploymentOptions.reason(
                new KafkaException(
                    "Failed to construct kafka consumer",
                    new KafkaException(
                        "Failed to load SSL keystore /x of type JKS",
                        new NoSuchFileException("/x")))))
        .isEqualTo(
            "Failed to construct kafka consumer: Failed to load SSL keystore /x of type JKS: there"
                + " is no /x");
    assertThat(
            DeploymentOptions.reason(
                new KafkaException(
                    "No client", new KafkaException("No client", new EOFException()))))
        .isEqualTo("No client: EOFException");
    assertThat(DeploymentOptions.reason(new TimeoutException())).isEqualTo("TimeoutException");
  }

  @Test
  void shouldTakeABlankVariableForOneThatIsNotSet() {
    assertThat(DeploymentOptions.told(Optional.empty(), "X", Map.of("X", " "), "here:1"))
        .isEqualTo("here:1");
    assertThat(DeploymentOptions.told(Optional.empty(), "X", Map.of("X", "there:1"), "here:1"))
        .isEqualTo("there:1");
    assertThat(DeploymentOptions.told(Optional.of("away:1"), "X", Map.of("X", "b:1"), "here:1"))
        .isEqualTo("away:1");
  }

  @Test
  void shouldSayInOneLineThatAnOptionIsBlank() {
    String broker =
        "paperwire: --bootstrap-servers is blank: name a broker, such as localhost:9092";
    assertThat(errorOf("dlq", "list", "--bootstrap-servers", "")).isEqualTo(broker);
    assertThat(errorOf("sources", "--bootstrap-servers", " ")).isEqualTo(broker);
    assertThat(errorOf("schemas", "check", "--registry", ""))
        .isEqualTo(
            "paperwire: --registry is blank: name an address, such as"
                + " http://localhost:8085/apis/ccompat/v7");
  }

  @Test
  void shouldSayInOneLineThatARegistryHasNoAddress() {
    for (String address :
        List.of(
            "registry:8081",
            "ftp://localhost/",
            "http://localhost:999999",
            "http://local host/",
            "http://localhost:-4",
            "http:///apis")) {
      assertThat(errorOf("schemas", "check", "--registry", "http://localhost:8085," + address))
          .isEqualTo(
              "paperwire: --registry "
                  + address
                  + " is no address of a registry, such as http://localhost:8085/apis/ccompat/v7");
    }
  }

  private static String errorOf(String... arguments) {
    StringWriter errors = new StringWriter();
    CommandLine line = Paperwire.commandLine().setErr(new PrintWriter(errors));
    assertThat(line.execute(arguments)).isEqualTo(1);
    return errors.toString().strip();
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
