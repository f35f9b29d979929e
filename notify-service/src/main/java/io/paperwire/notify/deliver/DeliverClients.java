package io.paperwire.notify.deliver;

import io.paperwire.deployment.KafkaSettings;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes the Kafka clients of the role. */
final class DeliverClients {

  private static final String CLIENT_ID = "notify-deliver";

  /** A dead letter is the largest record there is, and a little more. */
  private static final int LARGEST_RECORD = 2 * 1024 * 1024;

  /** Until a send without a broker fails, and the role says that the broker is away. */
  private static final int LONGEST_BLOCK_MS = 10_000;

  private DeliverClients() {}

  /**
   * A consumer of digests. It commits only what it is told to. All instances of one deployment are
   * one group, named after the topic, so that deployments that share a cluster stay apart.
   */
  static Consumer<byte[], byte[]> consumer(KafkaSettings kafka, TopicCatalogue catalogue) {
    Map<String, Object> properties = kafka.client(CLIENT_ID);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, catalogue.digests().name() + "-delivery");
    properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** The properties of the producer of news and dead letters. */
  static Map<String, Object> producer(KafkaSettings kafka) {
    Map<String, Object> properties = kafka.client(CLIENT_ID);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST_BLOCK_MS);
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD);
    properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return properties;
  }
}
