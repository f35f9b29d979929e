package io.paperwire.schemas.catalogue;

import java.util.HashMap;
import java.util.Map;

/**
 * Where the schema registry is and what its client needs.
 *
 * @param url base address of Confluent's schema registry API, or {@code mock://<scope>} in tests
 * @param clientProperties further properties of Confluent's serializers, such as credentials; time
 *     limits that are not among them are added
 */
public record RegistrySettings(String url, Map<String, String> clientProperties) {

  /**
   * How long an answer is waited for, unless a property says otherwise. The client's own minute is
   * longer than a service may take to start.
   */
  private static final Map<String, String> PATIENCE =
      Map.of("http.connect.timeout.ms", "5000", "http.read.timeout.ms", "10000");

  public RegistrySettings {
    if (url.isBlank()) {
      throw new IllegalArgumentException(
          "the schema registry has no address: set paperwire.registry.url");
    }
    Map<String, String> properties = new HashMap<>(PATIENCE);
    properties.putAll(clientProperties);
    clientProperties = Map.copyOf(properties);
  }

  /** A registry without credentials. */
  public static RegistrySettings at(String url) {
    return new RegistrySettings(url, Map.of());
  }

  /** The serializer properties: schemas are looked up, normalised, and never registered. */
  Map<String, Object> serdeProperties() {
    Map<String, Object> properties = new HashMap<>(clientProperties);
    properties.put("schema.registry.url", url);
    properties.put("auto.register.schemas", false);
    properties.put("normalize.schemas", true);
    properties.put("avro.remove.java.properties", true);
    properties.put("specific.avro.reader", true);
    return properties;
  }
}
