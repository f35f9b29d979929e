package io.paperwire.enrich.writing;

import io.paperwire.embedding.EmbeddedText;
import io.paperwire.embedding.TextHash;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperSummary;
import io.paperwire.schemas.catalogue.BacklogHeader;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.streams.Outage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has summaries written for the papers of one poll at a time, several papers at the same time.
 *
 * <p>It remembers what was written for a text. So a text is asked for once, also if the broker did
 * not take its summary, if a record overtakes it, if two papers have it, or if a paper has it
 * again; what is known is written again.
 */
final class Summarizer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Summarizer.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int REMEMBERED = 10_000;
  private static final int ANSWERS_REMEMBERED = 200_000;

  private final Topic<String, EnrichedPaper> papers;
  private final Topic<String, PaperSummary> summaries;
  private final SummaryWriter writer;
  private final Circuit circuit;
  private final ExecutorService asking;

  /** What was written, by the hash of the text that it was written for. */
  private final Map<String, String> written =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** The papers, with their texts, for which a summary was sent: a number for each. */
  private final Set<Long> answered = new HashSet<>();

  /**
   * One that has asked for nothing yet.
   *
   * @param circuit keeps from asking a writer that keeps failing
   * @param concurrency papers that are asked for at the same time
   */
  Summarizer(TopicCatalogue catalogue, SummaryWriter writer, Circuit circuit, int concurrency) {
    this.papers = catalogue.enrichedPapers();
    this.summaries = catalogue.paperSummaries();
    this.writer = writer;
    this.circuit = circuit;
    this.asking =
        Executors.newFixedThreadPool(
            concurrency, Thread.ofPlatform().daemon().name("summaries-", 1).factory());
  }

  /**
   * Reads some papers, and commits them when the broker has the summaries that were written.
   *
   * @throws CancellationException if it is closed while it waits for answers; nothing is committed
   *     then
   * @throws IllegalStateException if the broker does not take a summary
   */
  void step(Consumer<String, byte[]> consumer, Producer<String, PaperSummary> producer)
      throws InterruptedException {
    ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
    if (records.isEmpty()) {
      return;
    }
    List<ProducerRecord<String, PaperSummary>> answers = answers(toSummarize(records));
    send(producer, answers);
    answers.forEach(answer -> remember(answer.value()));
    consumer.commitSync();
  }

  /** Returns when the broker has them all. */
  private static void send(
      Producer<String, PaperSummary> producer, List<ProducerRecord<String, PaperSummary>> answers)
      throws InterruptedException {
    List<Future<RecordMetadata>> sent = answers.stream().map(producer::send).toList();
    for (Future<RecordMetadata> each : sent) {
      try {
        each.get();
      } catch (ExecutionException failure) {
        throw new IllegalStateException("the broker did not take a summary", failure);
      }
    }
  }

  /**
   * A paper that wants a summary.
   *
   * @param backlog whether its record came as one of many that are not new
   */
  private record Wanted(EnrichedPaper paper, String textHash, boolean backlog) {}

  /** The last records of those papers that have no summary of the model. */
  private List<Wanted> toSummarize(ConsumerRecords<String, byte[]> records) {
    Map<String, Wanted> latest = new LinkedHashMap<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      boolean backlog = BacklogHeader.isMarked(record.headers());
      read(record)
          .ifPresent(
              paper -> latest.put(paper.getPaperId(), new Wanted(paper, textHash(paper), backlog)));
    }
    return latest.values().stream()
        .filter(wanted -> !abstractOf(wanted.paper()).isBlank())
        .filter(wanted -> !writer.model().equals(wanted.paper().getSummaryModel()))
        .filter(wanted -> !isAnsweredByAnotherToo(wanted))
        .toList();
  }

  /** Where two models run side by side each has its say once, or they would go on for ever. */
  private boolean isAnsweredByAnotherToo(Wanted wanted) {
    return wanted.paper().getSummaryModel() != null
        && answered.contains(number(wanted.paper().getPaperId(), wanted.textHash()));
  }

  private void remember(PaperSummary sent) {
    if (answered.size() >= ANSWERS_REMEMBERED) {
      answered.clear();
    }
    answered.add(number(sent.getPaperId(), sent.getTextHash()));
  }

  private static long number(String paperId, String textHash) {
    return ((long) paperId.hashCode() << Integer.SIZE) | (textHash.hashCode() & 0xFFFF_FFFFL);
  }

  /** A record that cannot be read is set aside by the streams, which read it too. */
  private Optional<EnrichedPaper> read(ConsumerRecord<String, byte[]> record) {
    try {
      return Optional.ofNullable(
          papers.valueSerde().deserializer().deserialize(papers.name(), record.value()));
    } catch (SerializationException bad) {
      if (Outage.keptFromReading(bad)) {
        throw bad;
      }
      return Optional.empty();
    }
  }

  private List<ProducerRecord<String, PaperSummary>> answers(List<Wanted> all)
      throws InterruptedException {
    Map<String, Future<Optional<String>>> asked = new LinkedHashMap<>();
    for (Wanted wanted : all) {
      if (!written.containsKey(wanted.textHash())) {
        asked.computeIfAbsent(wanted.textHash(), _ -> asking.submit(() -> write(wanted.paper())));
      }
    }
    for (Map.Entry<String, Future<Optional<String>>> answer : asked.entrySet()) {
      try {
        answer.getValue().get().ifPresent(text -> written.put(answer.getKey(), text));
      } catch (ExecutionException failure) {
        if (asking.isShutdown()) {
          throw new CancellationException("closed while papers were asked for");
        }
        LOG.warn("a summary was not written", failure);
      }
    }
    List<ProducerRecord<String, PaperSummary>> answers = new ArrayList<>();
    for (Wanted wanted : all) {
      Optional.ofNullable(written.get(wanted.textHash()))
          .ifPresent(text -> answers.add(answer(wanted, text)));
    }
    return answers;
  }

  /** A paper of a backlog stays one of it with its summary. */
  private ProducerRecord<String, PaperSummary> answer(Wanted wanted, String text) {
    String paperId = wanted.paper().getPaperId();
    ProducerRecord<String, PaperSummary> answer =
        new ProducerRecord<>(
            summaries.name(),
            paperId,
            new PaperSummary(paperId, wanted.textHash(), writer.model(), text));
    if (wanted.backlog()) {
      BacklogHeader.mark(answer.headers());
    }
    return answer;
  }

  /** Asks, unless the endpoint keeps failing. A paper without an answer keeps what it has. */
  private Optional<String> write(EnrichedPaper paper) throws InterruptedException {
    if (!circuit.permits()) {
      return Optional.empty();
    }
    try {
      String text = writer.write(paper.getTitle(), abstractOf(paper));
      circuit.succeeded();
      return Optional.of(text);
    } catch (WritingException failure) {
      if (circuit.failed()) {
        LOG.warn("the endpoint for summaries keeps failing and is not asked for a while");
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

  /** Ends a step that is under way: what runs is interrupted, and what waits is cancelled. */
  @Override
  public void close() {
    for (Runnable waiting : asking.shutdownNow()) {
      if (waiting instanceof Future<?> asked) {
        asked.cancel(false);
      }
    }
  }
}
