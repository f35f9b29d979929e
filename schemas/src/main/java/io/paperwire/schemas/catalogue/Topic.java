package io.paperwire.schemas.catalogue;

import org.apache.kafka.common.serialization.Serde;

/**
 * A topic with everything that is needed to read or write it.
 *
 * @param name the topic's name on the broker
 * @param keySerde reads and writes keys
 * @param valueSerde reads and writes values
 * @param retention how long records are kept
 */
public record Topic<K, V>(
    String name, Serde<K> keySerde, Serde<V> valueSerde, Retention retention) {

  public Topic {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a topic needs a name");
    }
  }
}
