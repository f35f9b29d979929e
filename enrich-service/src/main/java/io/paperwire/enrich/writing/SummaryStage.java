package io.paperwire.enrich.writing;

import io.paperwire.deployment.KafkaSettings;
import io.paperwire.embedding.EmbeddedText;
import io.paperwire.embedding.TextHash;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperSummary;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has summaries written for papers as their records come, until it is closed. */
public final class SummaryStage implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SummaryStage.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration CIRCUIT_PAUSE = Duration.ofMinutes(1);
  private static final int FAILURES_ALLOWED = 5;
  private static final int REMEMBERED = 10_000;
  private static final Duration END_LIMIT = Duration.ofSeconds(5);

  private final KafkaSettings kafka;
  private final String group;
  private final Topic<String, EnrichedPaper> papers;
  private final Topic<String, PaperSummary> summaries;
  private final ChatEndpoint writer;
  private final Circuit circuit =
      new Circuit(FAILURES_ALLOWED, CIRCUIT_PAUSE, InstantSource.system());
  private final ExecutorService asking;
  private final int concurrency;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  /** Texts that were written for, so that a record that overtakes its summary costs nothing. */
  private final Map<String, Boolean> written =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

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
    this.asking =
        Executors.newFixedThreadPool(
            concurrency, Thread.ofPlatform().daemon().name("summaries-", 1).factory());
    LOG.info("summaries are written by {}", settings);
    this.thread = Thread.ofPlatform().daemon().name("summaries").start(this::run);
  }

  @Override
  public void close() {
    stop.countDown();
    asking.shutdownNow();
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
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        if (!records.isEmpty()) {
          send(producer, summaries(records));
          consumer.commitSync();
        }
      }
    }
  }

  /** Returns when the broker has them all. */
  private void send(KafkaProducer<String, PaperSummary> producer, List<PaperSummary> answers)
      throws InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (PaperSummary answer : answers) {
      sent.add(producer.send(new ProducerRecord<>(summaries.name(), answer.getPaperId(), answer)));
    }
    for (Future<RecordMetadata> each : sent) {
      try {
        each.get();
      } catch (ExecutionException failure) {
        throw new IllegalStateException("the broker did not take a summary", failure);
      }
    }
  }

  private List<PaperSummary> summaries(ConsumerRecords<String, byte[]> records)
      throws InterruptedException {
    Map<String, EnrichedPaper> latest = new LinkedHashMap<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      read(record).ifPresent(paper -> latest.put(paper.getPaperId(), paper));
    }
    List<Future<Optional<PaperSummary>>> asked = new ArrayList<>();
    for (EnrichedPaper paper : latest.values()) {
      if (needsSummary(paper)) {
        asked.add(asking.submit(() -> write(paper)));
      }
    }
    List<PaperSummary> answers = new ArrayList<>();
    for (Future<Optional<PaperSummary>> answer : asked) {
      try {
        answer.get().ifPresent(answers::add);
      } catch (ExecutionException failure) {
        LOG.warn("a summary was not written", failure);
      }
    }
    answers.forEach(answer -> written.put(answer.getTextHash(), true));
    return answers;
  }

  /** A record that cannot be read is set aside by the streams, which read it too. */
  private Optional<EnrichedPaper> read(ConsumerRecord<String, byte[]> record) {
    try {
      return Optional.ofNullable(
          papers.valueSerde().deserializer().deserialize(papers.name(), record.value()));
    } catch (SerializationException bad) {
      return Optional.empty();
    }
  }

  private boolean needsSummary(EnrichedPaper paper) {
    return !abstractOf(paper).isBlank()
        && !writer.model().equals(paper.getSummaryModel())
        && !written.containsKey(textHash(paper));
  }

  /** Asks, unless the endpoint keeps failing. A paper without an answer keeps what it has. */
  private Optional<PaperSummary> write(EnrichedPaper paper) throws InterruptedException {
    if (!circuit.permits()) {
      return Optional.empty();
    }
    try {
      String text = writer.write(paper.getTitle(), abstractOf(paper));
      circuit.succeeded();
      return Optional.of(
          new PaperSummary(paper.getPaperId(), textHash(paper), writer.model(), text));
    } catch (WritingException failure) {
      if (circuit.failed()) {
        LOG.warn("the endpoint for summaries keeps failing and is not asked for {}", CIRCUIT_PAUSE);
      }
      LOG.info("no summary for {}: {}", paper.getPaperId(), failure.getMessage());
      return Optional.empty();
    }
  }

  private static String textHash(EnrichedPaper paper) {
    return TextHash.of(EmbeddedText.ofPaper(paper.getTitle(), abstractOf(paper)));
  }

  private static String abstractOf(EnrichedPaper paper) {
    return Optional.ofNullable(paper.getAbstractText()).orElse("");
  }

  private KafkaConsumer<String, byte[]> consumer() {
    Map<String, Object> properties = kafka.client(group);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
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
