package io.paperwire.ingest.config;

import io.paperwire.deployment.KafkaSettings;
import jakarta.inject.Singleton;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Makes the Kafka clients that read and write what the service publishes. */
@Singleton
public final class KafkaClients {

  private static final int REQUEST_TIMEOUT_MS = 10_000;
  private static final int MAX_BLOCK_MS = 20_000;
  private static final int DELIVERY_TIMEOUT_MS = 30_000;
  private static final int BATCH_BYTES = 256 * 1024;
  private static final int LINGER_MS = 50;
  private static final int FASTEST_COMPRESSION = 1;
  private static final int TRANSACTION_TIMEOUT_MS = 40_000;

  private final KafkaSettings settings;

  /** Clients for the broker that the configuration names. */
  public KafkaClients(KafkaSettings settings) {
    this.settings = settings;
  }

  /** The servers that clients begin with, for messages. */
  public String servers() {
    return settings.servers();
  }

  /** A client for topics and offsets. */
  public Admin admin() {
    return Admin.create(settings.admin("ingest-state"));
  }

  /** A producer of bytes that fences every other one with the same id. */
  public Producer<byte[], byte[]> transactionalProducer(String transactionalId) {
    Map<String, Object> properties = settings.client(transactionalId);
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    properties.put(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG, FASTEST_COMPRESSION);
    // A commit sends what waits, so that larger batches make nothing later.
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** A producer of bytes outside of transactions, which keeps the order of what it is given. */
  public Producer<byte[], byte[]> producer(String clientId) {
    Map<String, Object> properties = settings.client(clientId);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** A consumer without a group that sees committed records only. */
  public Consumer<String, byte[]> committedReader() {
    return reader("read_committed");
  }

  /** A consumer without a group that sees what is written as soon as it is there. */
  public Consumer<String, byte[]> uncommittedReader() {
    return reader("read_uncommitted");
  }

  private Consumer<String, byte[]> reader(String isolation) {
    Map<String, Object> properties = settings.client("ingest-state");
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MAX_BLOCK_MS);
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
