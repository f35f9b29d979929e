package io.paperwire.standalone.replay;

import io.paperwire.embedded.EmbeddedBackends;
import io.paperwire.embedded.process.ChildProcess;
import io.paperwire.embedded.process.JavaProgram;
import io.paperwire.provisioning.SelfProvisioning;
import io.paperwire.provisioning.TopicSettings;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.standalone.system.Distribution;
import io.paperwire.standalone.system.Service;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Instances of enrich-service with topics of their own, on backends that others use too. */
final class Deployment implements AutoCloseable {

  private static final int PARTITIONS = 4;
  private static final Duration POLL = Duration.ofMillis(100);
  private static final List<String> JVM_OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC");

  private final Distribution distribution;
  private final EmbeddedBackends backends;
  private final Path folder;
  private final String prefix;
  private final Map<String, String> environment;
  private final TopicCatalogue catalogue;
  private final List<ChildProcess> instances = new ArrayList<>();
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, String> latest = new HashMap<>();
  private long records;

  /**
   * A deployment without an instance yet.
   *
   * @param prefix of its topics and group
   * @param environment further settings of its instances
   */
  Deployment(
      Distribution distribution,
      EmbeddedBackends backends,
      Path folder,
      String prefix,
      Map<String, String> environment)
      throws InterruptedException {
    this.distribution = distribution;
    this.backends = backends;
    this.folder = folder;
    this.prefix = prefix;
    this.environment = environment;
    RegistrySettings registry = RegistrySettings.at(backends.registry().url());
    this.catalogue = TopicCatalogue.of(registry, prefix);
    Map<String, Object> client = Map.of("bootstrap.servers", backends.broker().bootstrapServers());
    List<Topic<?, ?>> topics =
        List.of(
            catalogue.paperEvents(),
            catalogue.paperSignals(),
            catalogue.paperVectors(),
            catalogue.paperStandings(),
            catalogue.paperSummaries(),
            catalogue.enrichedPapers());
    new SelfProvisioning(client, registry, new TopicSettings(PARTITIONS, 1), catalogue)
        .ensure(topics);
    this.consumer = follow();
  }

  /** Writes events, and returns when the broker has them all. */
  void feed(List<PaperEvent> events) throws InterruptedException {
    Topic<String, PaperEvent> topic = catalogue.paperEvents();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (var producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                backends.broker().bootstrapServers(),
                "linger.ms",
                20,
                "enable.idempotence",
                true),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (PaperEvent event : events) {
        sent.add(
            producer.send(
                new ProducerRecord<>(
                    topic.name(),
                    event.getPaperId(),
                    topic.valueSerde().serializer().serialize(topic.name(), event))));
      }
      for (Future<RecordMetadata> record : sent) {
        record.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker did not take an event", e);
    }
  }

  /** Starts one more instance. */
  void start() {
    int number = instances.size();
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("MICRONAUT_SERVER_PORT", "-1");
    variables.put("KAFKA_BOOTSTRAP_SERVERS", backends.broker().bootstrapServers());
    variables.put("PAPERWIRE_REGISTRY_URL", backends.registry().url());
    variables.put("PAPERWIRE_TOPICS_PREFIX", prefix);
    variables.put("PAPERWIRE_TOPICS_PARTITIONS", Integer.toString(PARTITIONS));
    variables.put("PAPERWIRE_STREAMS_APPLICATION_ID", prefix + "enrich");
    variables.put(
        "PAPERWIRE_STREAMS_STATE_DIRECTORY", folder.resolve(prefix + "state" + number).toString());
    instances.add(
        ChildProcess.start(
            "enrich-service",
            new JavaProgram(
                distribution.jar(Service.ENRICH), JVM_OPTIONS, List.of(), distribution.later()),
            variables,
            folder.resolve(prefix + number + ".log")));
  }

  /** Kills the last instance (SIGKILL) and starts it again. */
  void kill() throws InterruptedException {
    instances.removeLast().kill();
    start();
  }

  /** Reads what was committed meanwhile; the number of records so far. */
  long records() {
    for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
      latest.put(record.key(), sha256(record.value()));
      records++;
    }
    return records;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** All that was written so far. */
  Outcome outcome() {
    return new Outcome(records, Map.copyOf(latest));
  }

  private KafkaConsumer<String, byte[]> follow() {
    var reader =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                backends.broker().bootstrapServers(),
                "isolation.level",
                "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      partitions.add(new TopicPartition(catalogue.enrichedPapers().name(), partition));
    }
    reader.assign(partitions);
    reader.seekToBeginning(partitions);
    return reader;
  }

  @Override
  public void close() {
    consumer.close();
    instances.forEach(ChildProcess::close);
  }
}
