package io.paperwire.notify.web.catalogue;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.paperwire.deployment.KafkaSettings;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.background.StandingWork;
import io.paperwire.notify.wiring.TrendConfiguration;
import io.paperwire.provisioning.Provisioning;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.topics.Vocabulary;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps the catalogue like the topic of enriched papers, for ever. After a failure of a neighbour
 * it connects anew and goes on from the last commit.
 */
@Context
@WebRole
final class CatalogueProjector {

  /** The consumer group, behind the deployment's prefix; the number grows when all is read anew. */
  private static final String GROUP = "notify-web-catalogue-5";

  private static final Duration POLL = Duration.ofMillis(200);

  private final Topic<String, EnrichedPaper> topic;
  private final Provisioning provisioning;
  private final KafkaSettings kafka;
  private final String group;
  private final Jdbi database;
  private final Vocabulary vocabulary;
  private final TrendConfiguration trend;
  private final LongAdder setAside = new LongAdder();
  private final StandingWork work;

  CatalogueProjector(
      TopicCatalogue topics,
      Provisioning provisioning,
      KafkaSettings kafka,
      Jdbi database,
      Vocabulary vocabulary,
      TrendConfiguration trend,
      @Value("${paperwire.topics.prefix:}") String prefix) {
    this.topic = topics.enrichedPapers();
    this.provisioning = provisioning;
    this.kafka = kafka;
    this.group = prefix + GROUP;
    this.database = database;
    this.vocabulary = vocabulary;
    this.trend = trend;
    this.work =
        StandingWork.start("catalogue-projector", "The catalogue falls behind", this::project);
  }

  /** Why the catalogue falls behind at the moment, if so. */
  Optional<String> problem() {
    return work.problem();
  }

  /** How many records it has set aside since its start. */
  long setAside() {
    return setAside.sum();
  }

  @PreDestroy
  void close() {
    work.close();
  }

  private void project(StandingWork own) throws InterruptedException {
    provisioning.ensure(List.of(topic, TopicCatalogue.deadLetters(topic)));
    UUID reader = UUID.randomUUID();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer();
        KafkaProducer<byte[], byte[]> producer = producer()) {
      PaperBatch batch =
          new PaperBatch(
              reader,
              topic,
              database,
              new DeadPapers(producer, topic, setAside::increment),
              vocabulary,
              trend.halfLife());
      consumer.subscribe(List.of(topic.name()), new Partitions(reader));
      while (own.pauses(Duration.ZERO)) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        if (!records.isEmpty()) {
          batch.write(records);
          consumer.commitSync();
        }
        if (consumer.groupMetadata().generationId() >= 0) {
          own.getsOn();
        }
      }
    }
  }

  /** Takes the partitions that the broker gives this instance. */
  private final class Partitions implements ConsumerRebalanceListener {

    private final UUID reader;

    Partitions(UUID reader) {
      this.reader = reader;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      List<Integer> given = partitions.stream().map(TopicPartition::partition).toList();
      database.useTransaction(handle -> new PaperReaders(handle).take(reader, given));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      // Whoever is given them takes them.
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> properties = kafka.client(GROUP);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private KafkaProducer<byte[], byte[]> producer() {
    Map<String, Object> properties = kafka.client(GROUP + "-dead-letters");
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
