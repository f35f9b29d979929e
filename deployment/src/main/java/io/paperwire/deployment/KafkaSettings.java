package io.paperwire.deployment;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * What every Kafka client of a service needs.
 *
 * @param properties what all clients understand (servers, security, timeouts), under Kafka's own
 *     names
 */
public record KafkaSettings(Map<String, String> properties) {

  private static final int ADMIN_TIMEOUT_MS = 10_000;

  /**
   * Checks that there is a broker.
   *
   * @throws IllegalArgumentException if no server is named
   */
  public KafkaSettings {
    properties = Map.copyOf(properties);
    if (properties.getOrDefault(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "").isBlank()) {
      throw new IllegalArgumentException(
          "no broker is configured: set kafka.bootstrap.servers (KAFKA_BOOTSTRAP_SERVERS)");
    }
  }

  /** A broker without security, with the defaults of Kafka's clients. */
  public static KafkaSettings at(String servers) {
    return new KafkaSettings(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers));
  }

  /**
   * All that a configuration says of clients.
   *
   * @param configuration the value of a property, by Kafka's own name
   * @throws IllegalArgumentException if no server is named
   */
  public static KafkaSettings of(Function<String, Optional<String>> configuration) {
    Map<String, String> properties = new HashMap<>();
    for (String name : AdminClientConfig.configNames()) {
      configuration.apply(name).ifPresent(value -> properties.put(name, value));
    }
    return new KafkaSettings(properties);
  }

  /** The servers that clients begin with: {@code host:port}, separated by commas. */
  public String servers() {
    return properties.getOrDefault(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "");
  }

  /**
   * The properties of a consumer, producer or stream.
   *
   * @param clientId names it in the broker's logs and metrics
   */
  public Map<String, Object> client(String clientId) {
    Map<String, Object> client = new HashMap<>(properties);
    client.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
    return client;
  }

  /**
   * The properties of an admin client, which gives up after ten seconds unless the configuration
   * says otherwise.
   *
   * @param clientId names it in the broker's logs and metrics
   */
  public Map<String, Object> admin(String clientId) {
    Map<String, Object> admin = client(clientId);
    admin.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MS);
    admin.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MS / 2);
    return admin;
  }
}
