package io.paperwire.standalone.cli;

import io.paperwire.deployment.KafkaSettings;
import io.paperwire.schemas.catalogue.RegistrySettings;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Option;

/**
 * Where a deployment is that a command looks at. What its services are told by the environment,
 * such as credentials, holds for the command too.
 */
final class DeploymentOptions {

  /** What a command says of its options, at the end of its help. */
  static final String ENVIRONMENT =
      "KAFKA_... and PAPERWIRE_REGISTRY_CLIENT_... of the environment, such as"
          + " KAFKA_SECURITY_PROTOCOL, are understood as by the services.";

  private static final String KAFKA = "KAFKA_";
  private static final String REGISTRY_CLIENT = "PAPERWIRE_REGISTRY_CLIENT_";

  /** What stands before names, wherever the deployment is. */
  private static class Named {

    @Option(
        names = "--prefix",
        paramLabel = "TEXT",
        defaultValue = "${env:PAPERWIRE_TOPICS_PREFIX:-}",
        description = "Stands before the name of each topic.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String prefix;

    String prefix() {
      return prefix;
    }
  }

  /** The brokers. */
  static final class Broker extends Named {

    @Option(
        names = "--bootstrap-servers",
        paramLabel = "HOST:PORT",
        defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS:-localhost:9092}",
        description = "The brokers (default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String servers;

    String servers() {
      return servers;
    }

    KafkaSettings kafka() {
      return DeploymentOptions.kafka(servers, System.getenv());
    }
  }

  /** The registry. */
  static final class Registry extends Named {

    @Option(
        names = "--registry",
        paramLabel = "URL",
        defaultValue = "${env:PAPERWIRE_REGISTRY_URL:-http://localhost:8085/apis/ccompat/v7}",
        description = "Confluent's API of the registry (default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String url;

    String url() {
      return url;
    }

    RegistrySettings settings() {
      return registry(url, System.getenv());
    }
  }

  private DeploymentOptions() {}

  /** What went wrong with a broker, in one line: clients wrap the cause of it. */
  static String reason(KafkaException failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String outer = String.valueOf(failure.getMessage());
    return cause == failure ? outer : outer + ": " + cause.getMessage();
  }

  /** Clients of these servers, with what an environment says besides. */
  static KafkaSettings kafka(String servers, Map<String, String> environment) {
    return KafkaSettings.of(
        name ->
            name.equals(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)
                ? Optional.of(servers)
                : Optional.ofNullable(
                    environment.get(
                        KAFKA + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))));
  }

  /** A client of this registry, with what an environment says besides. */
  static RegistrySettings registry(String url, Map<String, String> environment) {
    Map<String, String> client = new HashMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(REGISTRY_CLIENT)) {
            String property = name.substring(REGISTRY_CLIENT.length()).toLowerCase(Locale.ROOT);
            client.put(property.replace('_', '.'), value);
          }
        });
    return new RegistrySettings(url, client);
  }
}
