package io.paperwire.enrich;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.paperwire.provisioning.SchemaProvisioner;
import io.paperwire.provisioning.TopicProvisioner;
import io.paperwire.provisioning.TopicSettings;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.testing.Backends;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Plays the services around enrich: writes events, and reads back what was committed. */
final class Topics implements AutoCloseable {

  private final String servers;
  private final TopicCatalogue catalogue;
  private final Producer<String, byte[]> producer;
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();
  private final Map<String, Reader> readers = new HashMap<>();

  private Topics(String servers, TopicCatalogue catalogue) {
    this.servers = servers;
    this.catalogue = catalogue;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** The topics of a deployment, in place. */
  static Topics provision(Backends backends, String prefix)
      throws IOException, InterruptedException {
    TopicCatalogue catalogue =
        TopicCatalogue.of(RegistrySettings.at(backends.registryUrl()), prefix);
    List<Topic<?, ?>> topics = List.copyOf(catalogue.all());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", backends.bootstrapServers()));
        SchemaRegistryClient registry =
            new CachedSchemaRegistryClient(backends.registryUrl(), 10)) {
      new TopicProvisioner(admin, new TopicSettings(3, 1)).ensure(topics);
      new SchemaProvisioner(registry).register(topics);
    }
    return new Topics(backends.bootstrapServers(), catalogue);
  }

  /** A first version that a feed announces. */
  static PaperEvent announced(String paperId, String title) {
    return PaperEvent.newBuilder()
        .setPaperId(paperId)
        .setKind(PaperEventKind.ANNOUNCED)
        .setSource("arxiv-feed")
        .setSourceKey(paperId)
        .setVersion(1)
        .setObservedAt(Instant.parse("2026-03-02T08:00:00Z"))
        .setTitle(title)
        .setAbstractText("We study large language models.")
        .build();
  }

  void send(PaperEvent event) {
    Topic<String, PaperEvent> topic = catalogue.paperEvents();
    sendBytes(event.getPaperId(), topic.valueSerde().serializer().serialize(topic.name(), event));
  }

  /** Writes bytes that may not be an event. */
  void sendBytes(String key, byte[] value) {
    sent.add(producer.send(new ProducerRecord<>(catalogue.paperEvents().name(), key, value)));
  }

  /** Waits until all that was sent is on the broker. */
  void flush() throws ExecutionException, InterruptedException {
    for (Future<RecordMetadata> record : sent) {
      record.get();
    }
    sent.clear();
  }

  /** How many records of papers were committed. */
  int count() {
    return read(catalogue.enrichedPapers().name()).size();
  }

  /** All records that were committed, those too that later ones replace. */
  List<EnrichedPaper> papers() {
    Topic<String, EnrichedPaper> topic = catalogue.enrichedPapers();
    return read(topic.name()).stream()
        .map(record -> topic.valueSerde().deserializer().deserialize(topic.name(), record.value()))
        .toList();
  }

  List<ConsumerRecord<byte[], byte[]>> deadLetters() {
    return read(TopicCatalogue.deadLetters(catalogue.paperEvents()).name());
  }

  private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    return readers.computeIfAbsent(topic, name -> new Reader(servers, name)).all();
  }

  @Override
  public void close() {
    readers.values().forEach(Reader::close);
    producer.close();
  }

  /** Reads a topic on and on: whoever asks again and again does not read all of it each time. */
  private static final class Reader implements AutoCloseable {

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    Reader(String servers, String topic) {
      consumer =
          new KafkaConsumer<>(
              Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
              new ByteArrayDeserializer(),
              new ByteArrayDeserializer());
      partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    }

    /** All that was committed by now. */
    List<ConsumerRecord<byte[], byte[]>> all() {
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return List.copyOf(records);
    }

    @Override
    public void close() {
      consumer.close();
    }
  }
}
