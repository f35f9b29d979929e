package io.paperwire.enrich.writing;

import io.paperwire.deployment.KafkaSettings;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperSummary;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has summaries written for papers as their records come, until it is closed. */
public final class SummaryStage implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SummaryStage.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration CIRCUIT_PAUSE = Duration.ofMinutes(1);
  private static final int FAILURES_ALLOWED = 5;
  private static final Duration END_LIMIT = Duration.ofSeconds(5);

  private final KafkaSettings kafka;
  private final String group;
  private final Topic<String, EnrichedPaper> papers;
  private final Topic<String, PaperSummary> summaries;
  private final ChatEndpoint writer;
  private final Summarizer summarizer;
  private final int concurrency;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  /**
   * Starts at once, in the background.
   *
   * @param group the consumer group; the model is added, so that another model reads all papers
   */
  public SummaryStage(
      KafkaSettings kafka, String group, TopicCatalogue catalogue, WritingSettings settings) {
    this.kafka = kafka;
    this.group = group + "-" + settings.model();
    this.papers = catalogue.enrichedPapers();
    this.summaries = catalogue.paperSummaries();
    this.writer = new ChatEndpoint(settings);
    this.concurrency = settings.concurrency();
    Circuit circuit = new Circuit(FAILURES_ALLOWED, CIRCUIT_PAUSE, InstantSource.system());
    this.summarizer = new Summarizer(catalogue, writer, circuit, concurrency);
    LOG.info("summaries are written by {}", settings);
    this.thread = Thread.ofPlatform().daemon().name("summaries").start(this::run);
  }

  @Override
  public void close() {
    stop.countDown();
    summarizer.close();
    try {
      thread.join(END_LIMIT);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    writer.close();
  }

  private void run() {
    while (!stopped(Duration.ZERO)) {
      try {
        pass();
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failure) {
        if (stopped(Duration.ZERO)) {
          LOG.debug("the stage was closed while it worked", failure);
          return;
        }
        LOG.warn("no summaries are written for {}: {}", PAUSE, failure.toString());
        stopped(PAUSE);
      }
    }
  }

  /** Reads on from the last commit until it is closed or a neighbour fails. */
  private void pass() throws InterruptedException {
    try (KafkaConsumer<String, byte[]> consumer = consumer();
        KafkaProducer<String, PaperSummary> producer = producer()) {
      consumer.subscribe(List.of(papers.name()));
      while (!stopped(Duration.ZERO)) {
        summarizer.step(consumer, producer);
      }
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    Map<String, Object> properties = kafka.client(group);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // A topic that the broker made by itself would not be compacted.
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    // Few enough for all of them to run into the time limit between two polls.
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 4 * concurrency);
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private KafkaProducer<String, PaperSummary> producer() {
    Map<String, Object> properties = kafka.client(group);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    return new KafkaProducer<>(
        properties, summaries.keySerde().serializer(), summaries.valueSerde().serializer());
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
