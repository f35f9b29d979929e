package io.paperwire.ingest.state;

import io.paperwire.schemas.catalogue.Retention;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TrustedRecords;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;

/**
 * The topic that holds the state of all sources. No other service reads it, so it is not in the
 * catalogue.
 *
 * @param topic name, serdes and retention
 * @param partitions how many partitions it has; never to be changed, since a source's name decides
 *     which one is its own
 */
public record StateTopic(Topic<String, byte[]> topic, int partitions) {

  public StateTopic {
    if (partitions < 1) {
      throw new IllegalArgumentException(
          "paperwire.ingest.state-partitions must be at least 1, not " + partitions);
    }
  }

  /** The state topic of a deployment whose topics' names begin with a prefix. */
  public static StateTopic of(String prefix, int partitions) {
    TrustedRecords.trust(); // the topic's values are records of this package
    return new StateTopic(
        new Topic<>(
            prefix + "ingest-state",
            Serdes.String(),
            Serdes.ByteArray(),
            Optional.empty(),
            Retention.compacted()),
        partitions);
  }

  /** The topic's name on the broker. */
  public String name() {
    return topic.name();
  }

  /** The partition that holds all of a source's state. */
  public int partitionOf(String source) {
    return Utils.toPositive(Utils.murmur2(source.getBytes(StandardCharsets.UTF_8))) % partitions;
  }

  /** The record that keeps an entry of a source. */
  public ProducerRecord<byte[], byte[]> record(String source, StateEntry entry) {
    byte[] key = entry.key().text().getBytes(StandardCharsets.UTF_8);
    byte[] value = entry.value().map(ByteBuffer::array).orElse(null);
    return new ProducerRecord<>(name(), partitionOf(source), key, value);
  }
}
