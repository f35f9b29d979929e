package io.paperwire.streams;

import io.paperwire.deployment.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;

/**
 * How a topology runs.
 *
 * @param applicationId names the group, its internal topics and transactions; all instances of one
 *     service have the same. Brokers refuse a changed topology under an old id (KIP-1071).
 * @param kafka where the brokers are, and what clients need
 * @param stateDirectory where stores are kept between runs; no other instance of the service may
 *     use it
 * @param threads stream threads of this instance
 * @param commitInterval time between commits, and so between a record and its visible result
 * @param pollTime so long a thread without records waits for some before it looks at its clocks
 *     again; a thread that does nothing costs processor time each time
 * @param closeTimeout how long closing may take before stores are left as they are
 * @param replicationFactor of internal topics
 */
public record StreamsSettings(
    String applicationId,
    KafkaSettings kafka,
    Path stateDirectory,
    int threads,
    Duration commitInterval,
    Duration pollTime,
    Duration closeTimeout,
    int replicationFactor) {

  /** Four papers fill a batch of the usual size, and each batch is a request. */
  private static final int BATCH_BYTES = 128 * 1024;

  /**
   * So long a transaction may be open: three times what Kafka Streams gives it, for a machine that
   * is slow, and less than a broker waits by default (45 s) until it gives the tasks of an instance
   * that died to another, which has to wait for the end of its transactions.
   */
  private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(30);

  public StreamsSettings {
    if (applicationId.isBlank()) {
      throw new IllegalArgumentException("a stream needs an application id");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("a stream needs at least one thread, not " + threads);
    }
  }

  /** The same for a stream beside the main one of the service. */
  public StreamsSettings of(StreamDefinition.Stage stage) {
    return new StreamsSettings(
        applicationId + "-" + stage.name(),
        kafka,
        stateDirectory,
        stage.threads(),
        commitInterval,
        pollTime,
        closeTimeout,
        replicationFactor);
  }

  /**
   * The configuration with which a topology is built. It refuses internal topics and stores without
   * an explicit name.
   */
  public TopologyConfig topologyConfig() {
    return new TopologyConfig(new StreamsConfig(properties()));
  }

  /**
   * The properties of Kafka Streams.
   *
   * @param deadLetters where records go that cannot be processed
   */
  public Properties properties(DeadLetters deadLetters) {
    Properties properties = properties();
    deadLetters.configure(properties);
    return properties;
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.putAll(kafka.properties());
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
    properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replicationFactor);
    properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "streams");
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedStores.class);
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    properties.put(StreamsConfig.POLL_MS_CONFIG, pollTime.toMillis());
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        Math.toIntExact(LONGEST_TRANSACTION.toMillis()));
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    return properties;
  }
}
