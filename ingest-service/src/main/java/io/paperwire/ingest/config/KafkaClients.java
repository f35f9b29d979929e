package io.paperwire.ingest.config;

import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Makes Kafka clients. Everything below {@code kafka.} that all clients understand (servers,
 * security, timeouts) is handed to each of them.
 */
@Singleton
public final class KafkaClients {

  private static final int REQUEST_TIMEOUT_MS = 10_000;
  private static final int MAX_BLOCK_MS = 20_000;
  private static final int DELIVERY_TIMEOUT_MS = 30_000;
  private static final int TRANSACTION_TIMEOUT_MS = 40_000;

  private final Map<String, Object> shared;

  /** Clients for the broker that the configuration names. */
  public KafkaClients(Environment environment) {
    Map<String, Object> properties = new HashMap<>();
    for (String name : AdminClientConfig.configNames()) {
      environment
          .getProperty("kafka." + name, String.class)
          .ifPresent(value -> properties.put(name, value));
    }
    this.shared = Map.copyOf(properties);
  }

  /** The servers that clients begin with, for messages. */
  public String servers() {
    return String.valueOf(shared.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
  }

  /** A client for topics and offsets. */
  public Admin admin() {
    Map<String, Object> properties = new HashMap<>(shared);
    properties.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
    properties.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS / 2);
    return Admin.create(properties);
  }

  /** A producer of bytes that fences every other one with the same id. */
  public Producer<byte[], byte[]> transactionalProducer(String transactionalId) {
    Map<String, Object> properties = new HashMap<>(shared);
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, transactionalId);
    properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** A consumer without a group that sees committed records only. */
  public Consumer<String, byte[]> committedReader() {
    Map<String, Object> properties = new HashMap<>(shared);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MAX_BLOCK_MS);
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
