package io.paperwire.ingest.turns;

import io.paperwire.schemas.catalogue.Retention;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TrustedRecords;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The topic on which instances settle whose turn it is.
 *
 * @param topic name, serdes and retention
 */
public record TurnTopic(Topic<String, byte[]> topic) {

  /** All tickets stand in one order. */
  public static final int PARTITIONS = 1;

  /** The topic of a deployment whose topics' names begin with a prefix. */
  public static TurnTopic of(String prefix) {
    TrustedRecords.trust();
    return new TurnTopic(
        new Topic<>(
            prefix + "ingest-turns",
            Serdes.String(),
            Serdes.ByteArray(),
            Optional.empty(),
            Retention.compacted()));
  }

  /** The topic's name on the broker. */
  public String name() {
    return topic.name();
  }

  TopicPartition partition() {
    return new TopicPartition(topic.name(), 0);
  }
}
