package io.paperwire.standalone.demo;

import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.standalone.input.WholeTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Reads a topic from its beginning as any other system would: committed records only. */
final class TopicTail<V> implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final String topic;
  private final KafkaConsumer<String, V> consumer;
  private final List<ConsumerRecord<String, V>> records = new ArrayList<>();

  TopicTail(String bootstrapServers, Topic<String, V> topic) {
    this.topic = topic.name();
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"),
            topic.keySerde().deserializer(),
            topic.valueSerde().deserializer());
    consumer.assign(WholeTopic.partitions(consumer, this.topic));
  }

  /** All records so far, after one more look. */
  List<ConsumerRecord<String, V>> poll() {
    consumer.poll(POLL).forEach(records::add);
    return List.copyOf(records);
  }

  /** All records up to where the topic ends now. */
  List<ConsumerRecord<String, V>> whole() {
    records.clear();
    WholeTopic.read(consumer, topic, records::add);
    return List.copyOf(records);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
