package io.paperwire.notify.web.catalogue;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.paperwire.deployment.KafkaSettings;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.wiring.TrendConfiguration;
import io.paperwire.provisioning.Provisioning;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.topics.Vocabulary;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the catalogue like the topic of enriched papers, for ever. After a failure of a neighbour
 * it connects anew and goes on from the last commit.
 */
@Context
@WebRole
final class CatalogueProjector {

  private static final Logger LOG = LoggerFactory.getLogger(CatalogueProjector.class);

  /** The consumer group, behind the deployment's prefix; the number grows when all is read anew. */
  private static final String GROUP = "notify-web-catalogue-4";

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LEAST_PAUSE = Duration.ofMillis(500);
  private static final Duration MOST_PAUSE = Duration.ofSeconds(15);
  private static final Duration END_LIMIT = Duration.ofSeconds(5);

  private final Topic<String, EnrichedPaper> topic;
  private final Provisioning provisioning;
  private final KafkaSettings kafka;
  private final String group;
  private final Jdbi database;
  private final Vocabulary vocabulary;
  private final TrendConfiguration trend;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private final LongAdder setAside = new LongAdder();
  private volatile Optional<String> problem = Optional.of("starting");

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
    this.thread = Thread.ofVirtual().name("catalogue-projector").start(this::run);
  }

  /** Why the catalogue falls behind at the moment, if so. */
  Optional<String> problem() {
    return problem;
  }

  /** How many records it has set aside since its start. */
  long setAside() {
    return setAside.sum();
  }

  @PreDestroy
  void close() throws InterruptedException {
    stop.countDown();
    if (!thread.join(END_LIMIT)) {
      thread.interrupt(); // it waits for a neighbour that is away
      thread.join(END_LIMIT);
    }
  }

  private void run() {
    Duration pause = LEAST_PAUSE;
    while (!stopped(Duration.ZERO)) {
      try {
        provisioning.ensure(List.of(topic, TopicCatalogue.deadLetters(topic)));
        project();
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failure) {
        // As long as it gets on, it starts with short pauses.
        pause = problem.isEmpty() ? LEAST_PAUSE : doubled(pause);
        problem = Optional.of(failure.toString());
        LOG.warn(
            "The catalogue falls behind; next try in {} ms: {}",
            pause.toMillis(),
            failure.toString());
        if (stopped(pause)) {
          return;
        }
      }
    }
  }

  private void project() throws InterruptedException {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer();
        KafkaProducer<byte[], byte[]> producer = producer()) {
      PaperBatch batch =
          new PaperBatch(
              topic,
              database,
              new DeadPapers(producer, topic, setAside::increment),
              vocabulary,
              trend.halfLife());
      consumer.subscribe(List.of(topic.name()));
      while (!stopped(Duration.ZERO)) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        if (!records.isEmpty()) {
          batch.write(records);
          consumer.commitSync();
        }
        if (consumer.groupMetadata().generationId() >= 0) {
          problem = Optional.empty();
        }
      }
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

  private static Duration doubled(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(MOST_PAUSE) < 0 ? doubled : MOST_PAUSE;
  }

  private boolean stopped(Duration wait) {
    try {
      return stop.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
