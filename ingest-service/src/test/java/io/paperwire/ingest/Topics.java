package io.paperwire.ingest;

import static org.awaitility.Awaitility.await;

import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperSignal;
import io.paperwire.schemas.catalogue.BacklogHeader;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.testing.Backends;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads back what was committed to topics. What has been read is kept, so that a test may look
 * again and again while it waits. Belongs to one thread.
 */
public final class Topics implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String prefix;
  private final TopicCatalogue catalogue;
  private final Consumer<byte[], byte[]> consumer;
  private final Map<String, List<ConsumerRecord<byte[], byte[]>>> read = new HashMap<>();

  /** Where what has not been read yet begins. */
  private final Map<TopicPartition, Long> positions = new HashMap<>();

  private Topics(String prefix, TopicCatalogue catalogue, Consumer<byte[], byte[]> consumer) {
    this.prefix = prefix;
    this.catalogue = catalogue;
    this.consumer = consumer;
  }

  /**
   * The topics of a deployment.
   *
   * @param prefix of their names
   */
  public static Topics of(Backends backends, String prefix) {
    return new Topics(
        prefix,
        TopicCatalogue.of(RegistrySettings.at(backends.registryUrl()), prefix),
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                backends.bootstrapServers(),
                "isolation.level",
                "read_committed",
                "allow.auto.create.topics",
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer()));
  }

  /** All events. */
  public List<PaperEvent> events() {
    return values(catalogue.paperEvents());
  }

  /**
   * The events of papers whose id begins so, once there are so many: a commit is answered a moment
   * before what it committed can be read, because its markers are written after that (KIP-98).
   */
  public List<PaperEvent> events(String idBegins, int atLeast) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                events().stream().filter(event -> event.getPaperId().startsWith(idBegins)).toList(),
            found -> found.size() >= atLeast);
  }

  /** How many events there are. */
  public int eventCount() {
    return read(catalogue.paperEvents().name()).size();
  }

  /** Of each event whether it is marked as one of a backlog. */
  public List<Boolean> backlogMarks() {
    return read(catalogue.paperEvents().name()).stream()
        .map(record -> BacklogHeader.isMarked(record.headers()))
        .toList();
  }

  /** All signals. */
  public List<PaperSignal> signals() {
    return values(catalogue.paperSignals());
  }

  /** All dead letters, as they are. */
  public List<ConsumerRecord<byte[], byte[]>> deadLetters() {
    return read(TopicCatalogue.deadLetters(catalogue.paperEvents()).name());
  }

  /** All answers in quarantine, as they are. */
  public List<ConsumerRecord<byte[], byte[]>> quarantined() {
    return read(prefix + "ingest.quarantine");
  }

  /** How many signs of life the readers of a source gave. */
  public long signsOfLife(String source) {
    return read(prefix + "ingest-state").stream()
        .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(source + "!"))
        .count();
  }

  /** What was told of a source last. */
  public Optional<String> status(String source) {
    return read(prefix + "ingest-status").stream()
        .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(source))
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .reduce((_, later) -> later);
  }

  /** A header's text. */
  public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private <V> List<V> values(Topic<String, V> topic) {
    return read(topic.name()).stream()
        .map(record -> topic.valueSerde().deserializer().deserialize(topic.name(), record.value()))
        .toList();
  }

  /** All records of a topic, in the order in which they were read. */
  private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records =
        read.computeIfAbsent(topic, _ -> new ArrayList<>());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    consumer.assign(partitions);
    partitions.forEach(p -> consumer.seek(p, positions.getOrDefault(p, 0L)));
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      consumer.poll(POLL).forEach(records::add);
    }
    partitions.forEach(p -> positions.put(p, consumer.position(p)));
    return List.copyOf(records);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
