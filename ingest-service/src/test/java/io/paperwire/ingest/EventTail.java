package io.paperwire.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts committed events as they come, without reading the topic anew each time. */
final class EventTail implements AutoCloseable {

  private final Consumer<byte[], byte[]> consumer;
  private final String topic;
  private int count;

  private EventTail(Consumer<byte[], byte[]> consumer, String topic) {
    this.consumer = consumer;
    this.topic = topic;
  }

  static EventTail of(Topics topics) {
    return new EventTail(
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                topics.servers(),
                "isolation.level",
                "read_committed",
                "allow.auto.create.topics",
                false,
                "auto.offset.reset",
                "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer()),
        topics.catalogue().paperEvents().name());
  }

  /** How many events have been committed; zero until the topic is there. */
  int count() {
    if (consumer.assignment().isEmpty()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      if (partitions.isEmpty()) {
        return 0;
      }
      consumer.assign(partitions);
    }
    count += consumer.poll(Duration.ofMillis(50)).count();
    return count;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
