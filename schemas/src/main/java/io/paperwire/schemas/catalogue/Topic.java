package io.paperwire.schemas.catalogue;

import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serde;

/**
 * A topic with everything that is needed to read or write it.
 *
 * @param name the topic's name on the broker
 * @param keySerde reads and writes keys
 * @param valueSerde reads and writes values
 * @param valueSchema the schema under which values are registered; empty where values are raw bytes
 * @param retention how long records are kept
 */
public record Topic<K, V>(
    String name,
    Serde<K> keySerde,
    Serde<V> valueSerde,
    Optional<Schema> valueSchema,
    Retention retention) {

  public Topic {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a topic needs a name");
    }
  }

  /** The registry's subject of the values, {@code <topic>-value}. */
  public String valueSubject() {
    return name + "-value";
  }
}
