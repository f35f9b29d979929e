package io.paperwire.ingest;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads back what was committed to topics.
 *
 * @param servers where the broker is
 * @param prefix of the topics' names
 * @param catalogue names and serdes
 */
public record Topics(String servers, String prefix, TopicCatalogue catalogue) {

  /** The topics of a deployment. */
  public static Topics of(Backends backends, String prefix) {
    return new Topics(
        backends.bootstrapServers(),
        prefix,
        TopicCatalogue.of(RegistrySettings.at(backends.registryUrl()), prefix));
  }

  /** All events. */
  public List<PaperEvent> events() {
    return values(catalogue.paperEvents());
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

  private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }
}
