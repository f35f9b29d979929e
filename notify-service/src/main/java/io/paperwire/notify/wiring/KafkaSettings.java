package io.paperwire.notify.wiring;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * What every Kafka client of the service needs.
 *
 * @param properties the configuration {@code kafka.*} under Kafka's own names: brokers, security
 */
public record KafkaSettings(Map<String, String> properties) {

  public KafkaSettings {
    properties = Map.copyOf(properties);
  }

  /**
   * The properties of one client.
   *
   * @param clientId names it in the broker's logs and metrics
   */
  public Map<String, Object> client(String clientId) {
    Map<String, Object> client = new HashMap<>(properties);
    client.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
    return client;
  }
}
