package io.paperwire.standalone.cli;

import io.paperwire.deployment.KafkaSettings;
import io.paperwire.schemas.catalogue.RegistrySettings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private static final int HIGHEST_PORT = 65_535;

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

    private static final String SERVERS = "KAFKA_BOOTSTRAP_SERVERS";
    private static final String HERE = "localhost:9092";

    @Option(
        names = "--bootstrap-servers",
        paramLabel = "HOST:PORT",
        description = "The brokers (default: $" + SERVERS + ", or " + HERE + ").")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Optional<String> servers;

    String servers() {
      return told(servers, SERVERS, System.getenv(), HERE);
    }

    KafkaSettings kafka() {
      return DeploymentOptions.kafka(servers(), System.getenv());
    }
  }

  /** The registry. */
  static final class Registry extends Named {

    private static final String ADDRESS = "PAPERWIRE_REGISTRY_URL";
    private static final String HERE = "http://localhost:8085/apis/ccompat/v7";

    @Option(
        names = "--registry",
        paramLabel = "URL",
        description =
            "Confluent's API of the registry (default: $" + ADDRESS + ", or " + HERE + ").")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Optional<String> url;

    String url() {
      return told(url, ADDRESS, System.getenv(), HERE);
    }

    RegistrySettings settings() {
      return registry(url(), System.getenv());
    }
  }

  private DeploymentOptions() {}

  /** What an option says, or else the environment, of which a blank variable says nothing. */
  static String told(
      Optional<String> option, String variable, Map<String, String> environment, String otherwise) {
    return option
        .or(() -> Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank()))
        .orElse(otherwise);
  }

  /** What went wrong with a broker, in one line: clients wrap its causes, each with its words. */
  static String reason(KafkaException failure) {
    Set<String> words = new LinkedHashSet<>();
    Throwable cause = failure;
    while (cause.getCause() != null) {
      words(cause, cause.getCause()).ifPresent(words::add);
      cause = cause.getCause();
    }
    words.add(words(cause).orElse(cause.getClass().getSimpleName()));
    return String.join(": ", words);
  }

  /** What an exception adds to its cause; without words of its own it repeats those. */
  private static Optional<String> words(Throwable failure, Throwable cause) {
    return words(failure).filter(words -> !words.equals(cause.toString()));
  }

  private static Optional<String> words(Throwable failure) {
    return Optional.ofNullable(
            failure instanceof IOException error
                ? OneLineErrors.reason(error)
                : failure.getMessage())
        .filter(words -> !words.isBlank());
  }

  /**
   * Clients of these servers, with what an environment says besides; there a blank variable may
   * mean something, such as that of ssl.endpoint.identification.algorithm.
   *
   * @throws CommandFailure if there are none
   */
  static KafkaSettings kafka(String servers, Map<String, String> environment) {
    try {
      return KafkaSettings.of(
          name ->
              name.equals(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)
                  ? Optional.of(servers)
                  : Optional.ofNullable(
                      environment.get(
                          KAFKA + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          "--bootstrap-servers is blank: name a broker, such as " + Broker.HERE, e);
    }
  }

  /**
   * A client of this registry, with what an environment says besides.
   *
   * @param url of the registry, or several with commas between them
   * @throws CommandFailure if it has no address, or one that nothing can be asked at
   */
  static RegistrySettings registry(String url, Map<String, String> environment) {
    Map<String, String> client = new HashMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(REGISTRY_CLIENT)) {
            String property = name.substring(REGISTRY_CLIENT.length()).toLowerCase(Locale.ROOT);
            client.put(property.replace('_', '.'), value);
          }
        });
    for (String address : url.split(",", -1)) {
      requireHttp(address);
    }
    try {
      return new RegistrySettings(url, client);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("--registry is blank: name an address, such as " + Registry.HERE, e);
    }
  }

  /** Clients fail in their own ways, some with a stack trace, on what is no address of HTTP. */
  private static void requireHttp(String address) {
    String text = address.strip();
    if (text.isEmpty()) {
      return; // is told as a blank option
    }
    try {
      URI uri = new URI(text);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (http && uri.getHost() != null && uri.getPort() <= HIGHEST_PORT) {
        return;
      }
    } catch (URISyntaxException _) {
      // is no address, either
    }
    throw new CommandFailure(
        "--registry " + text + " is no address of a registry, such as " + Registry.HERE);
  }
}
