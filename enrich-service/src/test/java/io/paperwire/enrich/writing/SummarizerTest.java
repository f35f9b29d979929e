package io.paperwire.enrich.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.paperwire.provisioning.SchemaProvisioner;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperSummary;
import io.paperwire.schemas.Trend;
import io.paperwire.schemas.catalogue.BacklogHeader;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SummarizerTest {

  private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

  private final TopicCatalogue catalogue = catalogue();
  private final TopicPartition papers = new TopicPartition(catalogue.enrichedPapers().name(), 0);
  private final List<String> asked = new ArrayList<>();
  private final MockProducer<String, PaperSummary> producer = producer();
  private Summarizer summarizer = summarizer(catalogue, new Repeating());

  @AfterEach
  void close() {
    summarizer.close();
  }

  @Test
  void shouldWriteAgainWhatTheBrokerDidNotTake() throws Exception {
    MockConsumer<String, byte[]> first = consumer(paper("x:1", "One."));
    producer.sendException = new RecordTooLargeException();

    assertThatThrownBy(() -> summarizer.step(first, producer))
        .isInstanceOf(RecordTooLargeException.class);
    assertThat(committed(first)).isEmpty();
    producer.sendException = null;
    step(paper("x:1", "One."));

    assertThat(told()).containsExactly("x:1 about One.");
    assertThat(asked).containsExactly("One.");
  }

  @Test
  void shouldAskOnceForTheTextOfTwoPapers() throws Exception {
    step(paper("x:1", "One."), paper("x:2", "One."));
    step(paper("x:3", "One."));

    assertThat(told()).containsExactly("x:1 about One.", "x:2 about One.", "x:3 about One.");
    assertThat(asked).containsExactly("One.");
  }

  @Test
  void shouldWriteAgainForATextThatAPaperHasAgain() throws Exception {
    step(paper("x:1", "One."));
    step(paper("x:1", "Two."));
    step(paper("x:1", "One."));

    assertThat(told()).containsExactly("x:1 about One.", "x:1 about Two.", "x:1 about One.");
    assertThat(asked).containsExactly("One.", "Two.");
  }

  @Test
  void shouldAskForTheLastRecordOfAPaperThatHasNone() throws Exception {
    EnrichedPaper written = paper("x:2", "Two.");
    written = EnrichedPaper.newBuilder(written).setSummaryModel("llm").build();
    step(paper("x:1", "Zero."), written, paper("x:3", " "), paper("x:1", "One."));

    assertThat(told()).containsExactly("x:1 about One.");
  }

  /** As while one model takes the place of another, instance by instance. */
  @Test
  void shouldHaveItsSayOnceWhereAnotherModelAnswersToo() throws Exception {
    EnrichedPaper others =
        EnrichedPaper.newBuilder(paper("x:1", "One.")).setSummaryModel("other").build();
    producer.sendException = new RecordTooLargeException();
    assertThatThrownBy(() -> summarizer.step(consumer(others), producer))
        .isInstanceOf(RecordTooLargeException.class);
    producer.sendException = null;

    step(others);
    step(others);
    assertThat(told()).containsExactly("x:1 about One.");

    step(EnrichedPaper.newBuilder(others).setAbstractText("Two.").build());
    assertThat(told()).containsExactly("x:1 about One.", "x:1 about Two.");
  }

  @Test
  void shouldMarkTheSummariesOfABacklog() throws Exception {
    MockConsumer<String, byte[]> consumer = consumer();
    ConsumerRecord<String, byte[]> old = record(0, bytes(paper("x:1", "One.")));
    BacklogHeader.mark(old.headers());
    consumer.addRecord(old);
    consumer.addRecord(record(1, bytes(paper("x:2", "Two."))));
    summarizer.step(consumer, producer);

    assertThat(producer.history())
        .extracting(ProducerRecord::key, answer -> BacklogHeader.isMarked(answer.headers()))
        .containsExactly(tuple("x:1", true), tuple("x:2", false));
  }

  @Test
  void shouldPassOverWhatCannotBeReadButNotForAnOutage() throws Exception {
    MockConsumer<String, byte[]> unreadable = consumer();
    unreadable.addRecord(record(0, new byte[] {1, 2, 3}));
    summarizer.step(unreadable, producer);
    assertThat(committed(unreadable)).containsExactly(1L);

    close();
    summarizer =
        summarizer(TopicCatalogue.of(RegistrySettings.at("http://127.0.0.1:1")), new Repeating());
    MockConsumer<String, byte[]> consumer = consumer(paper("x:1", "One."));
    assertThatThrownBy(() -> summarizer.step(consumer, producer))
        .isInstanceOf(SerializationException.class);
    assertThat(committed(consumer)).isEmpty();
  }

  @Test
  void shouldEndWhenItIsClosedWhilePapersWait() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    close();
    summarizer = summarizer(catalogue, new Late(called));
    MockConsumer<String, byte[]> consumer = consumer(paper("x:1", "One."), paper("x:2", "Two."));
    FutureTask<Boolean> step =
        new FutureTask<>(
            () -> {
              summarizer.step(consumer, producer);
              return true;
            });
    Thread thread = Thread.ofPlatform().daemon().start(step);
    called.await();
    await().until(() -> thread.getState() == Thread.State.WAITING);
    summarizer.close();

    assertThatThrownBy(() -> step.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(CancellationException.class);
    assertThat(committed(consumer)).isEmpty();
  }

  private void step(EnrichedPaper... all) throws InterruptedException {
    MockConsumer<String, byte[]> consumer = consumer(all);
    summarizer.step(consumer, producer);
    assertThat(committed(consumer)).containsExactly((long) all.length);
  }

  private List<Long> committed(MockConsumer<String, byte[]> consumer) {
    return consumer.committed(Set.of(papers)).values().stream()
        .map(OffsetAndMetadata::offset)
        .toList();
  }

  private List<String> told() {
    return producer.history().stream()
        .map(answer -> answer.key() + " " + answer.value().getText())
        .toList();
  }

  private MockConsumer<String, byte[]> consumer(EnrichedPaper... all) {
    MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    consumer.assign(List.of(papers));
    consumer.updateBeginningOffsets(Map.of(papers, 0L));
    for (int i = 0; i < all.length; i++) {
      consumer.addRecord(record(i, bytes(all[i])));
    }
    return consumer;
  }

  private ConsumerRecord<String, byte[]> record(long offset, byte[] value) {
    return new ConsumerRecord<>(papers.topic(), papers.partition(), offset, "key", value);
  }

  private byte[] bytes(EnrichedPaper paper) {
    return catalogue.enrichedPapers().valueSerde().serializer().serialize(papers.topic(), paper);
  }

  private MockProducer<String, PaperSummary> producer() {
    return new MockProducer<>(
        true,
        null,
        catalogue.paperSummaries().keySerde().serializer(),
        catalogue.paperSummaries().valueSerde().serializer());
  }

  private static TopicCatalogue catalogue() {
    String scope = UUID.randomUUID().toString();
    TopicCatalogue catalogue = TopicCatalogue.of(RegistrySettings.at("mock://" + scope));
    new SchemaProvisioner(MockSchemaRegistry.getClientForScope(scope)).register(catalogue.all());
    return catalogue;
  }

  private static Summarizer summarizer(TopicCatalogue catalogue, SummaryWriter writer) {
    Circuit circuit = new Circuit(5, Duration.ofMinutes(1), InstantSource.system());
    return new Summarizer(catalogue, writer, circuit, 1);
  }

  private static EnrichedPaper paper(String id, String abstractText) {
    return EnrichedPaper.newBuilder()
        .setPaperId(id)
        .setTitle("A title")
        .setAbstractText(abstractText)
        .setFirstSeenAt(MORNING)
        .setTrend(Trend.newBuilder().setAsOf(MORNING).build())
        .build();
  }

  /** Says what it was asked. */
  private final class Repeating implements SummaryWriter {

    @Override
    public String model() {
      return "llm";
    }

    @Override
    public String write(String title, String abstractText) {
      asked.add(abstractText);
      return "about " + abstractText;
    }
  }

  /** Answers only when it is interrupted. */
  private record Late(CountDownLatch called) implements SummaryWriter {

    @Override
    public String model() {
      return "llm";
    }

    @Override
    public String write(String title, String abstractText) {
      called.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      }
      return "at last";
    }
  }
}
