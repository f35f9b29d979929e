package io.paperwire.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.paperwire.embedded.Backend;
import io.paperwire.ingest.IngestService;
import io.paperwire.ingest.Topics;
import io.paperwire.ingest.config.KafkaClients;
import io.paperwire.ingest.contracts.Contracts;
import io.paperwire.ingest.freshness.Freshness;
import io.paperwire.ingest.identity.CanonicalId;
import io.paperwire.ingest.judgement.Verdict;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import io.paperwire.ingest.record.SourceRecord.Dates;
import io.paperwire.ingest.record.SourceRecord.Publication;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.SourceCondition;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@UseBackends({Backend.KAFKA, Backend.REGISTRY})
final class SourceSessionIT {

  private static final String PREFIX = "session-";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static ApplicationContext context;

  @AutoClose
  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Topics topics;

  @BeforeAll
  static void start(Backends backends) throws InterruptedException {
    context = ApplicationContext.run(IngestService.settings(backends, PREFIX));
    context.getBean(Contracts.class).provide();
    topics = Topics.of(backends, PREFIX);
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  private static SourceSessions sessions() {
    return context.getBean(SourceSessions.class);
  }

  private static SourceSessions sessions(String instance, InstantSource clock, Duration takeover) {
    return new SourceSessions(
        context.getBean(KafkaClients.class),
        context.getBean(PublishTopics.class),
        instance,
        clock,
        takeover);
  }

  private static Batch batch(String source, int from, int to) {
    List<SourceRecord> records =
        IntStream.rangeClosed(from, to).mapToObj(i -> paper(source + ":" + i)).toList();
    Map<String, Position> advances =
        Map.of("part", new Position(Map.of("at", Integer.toString(to))));
    return new Batch(records, List.of(), List.of(), List.of(), advances);
  }

  private static SourceRecord paper(String id) {
    return new SourceRecord(
        new CanonicalId(id),
        id,
        OptionalInt.empty(),
        Announcement.UNSAID,
        "Title of " + id,
        Optional.empty(),
        List.of(),
        List.of(),
        Dates.unknown(),
        Publication.unknown(),
        List.of());
  }

  private static List<Verdict> verdicts(Committed committed) {
    return committed.papers().stream().flatMap(Outcome::judged).toList();
  }

  private static List<String> published(String source, int atLeast) {
    return topics.events(source + ":", atLeast).stream().map(PaperEvent::getPaperId).toList();
  }

  @Test
  void shouldComeBackToWhatWasCommitted() throws Exception {
    try (SourceSession first = sessions().open("back")) {
      assertThat(first.publish(batch("back", 1, 3)).summary()).isEqualTo("3 announced");
    }
    try (SourceSession second = sessions().open("back")) {
      assertThat(second.positions().of("part").orElseThrow().get("at")).hasValue("3");
      assertThat(second.knownPapers()).isEqualTo(3);
      assertThat(verdicts(second.publish(batch("back", 2, 4))))
          .containsExactly(Verdict.UNCHANGED, Verdict.UNCHANGED, Verdict.ANNOUNCED);
    }
    assertThat(published("back", 4))
        .containsExactlyInAnyOrder("back:1", "back:2", "back:3", "back:4");
  }

  @Test
  void shouldFenceWhoeverHadTheSourceBefore() throws Exception {
    try (SourceSession first = sessions().open("fenced")) {
      first.publish(batch("fenced", 1, 1));
      try (SourceSession second = sessions().open("fenced")) {
        assertThatThrownBy(() -> first.publish(batch("fenced", 2, 2)))
            .isInstanceOf(FencedException.class)
            .hasMessageStartingWith("another instance has taken 'fenced' over");
        assertThat(verdicts(second.publish(batch("fenced", 1, 3))))
            .containsExactly(Verdict.UNCHANGED, Verdict.ANNOUNCED, Verdict.ANNOUNCED);
      }
    }
    assertThat(published("fenced", 3))
        .containsExactlyInAnyOrder("fenced:1", "fenced:2", "fenced:3");
  }

  @Test
  void shouldAbortWhatADeadOwnerLeftOpen() throws Exception {
    try (Producer<byte[], byte[]> dead =
        context.getBean(KafkaClients.class).transactionalProducer(PREFIX + "ingest-state-dead")) {
      dead.initTransactions();
      dead.beginTransaction();
      PublishTopics names = context.getBean(PublishTopics.class);
      byte[] key = "dead#part".getBytes(StandardCharsets.UTF_8);
      int partition = names.state().partitionOf("dead");
      dead.send(new ProducerRecord<>(names.state().name(), partition, key, new byte[] {1})).get();
      try (SourceSession next = sessions().open("dead")) {
        assertThat(next.positions().parts()).isEmpty();
        assertThat(verdicts(next.publish(batch("dead", 1, 1)))).containsExactly(Verdict.ANNOUNCED);
      }
    }
  }

  /** Behind another source's open transaction lies what a hasty reader would miss. */
  @Test
  void shouldWaitForOpenTransactionsOfOtherSources() throws Exception {
    PublishTopics names = context.getBean(PublishTopics.class);
    int partition = names.state().partitionOf("hidden");
    CompletableFuture<Integer> known;
    try (Producer<byte[], byte[]> other =
            context.getBean(KafkaClients.class).transactionalProducer("another-source");
        SourceSession first = sessions().open("hidden")) {
      other.initTransactions();
      other.beginTransaction();
      byte[] key = "another!".getBytes(StandardCharsets.UTF_8);
      other.send(new ProducerRecord<>(names.state().name(), partition, key, key)).get();
      first.publish(batch("hidden", 1, 2));
      known = CompletableFuture.supplyAsync(() -> knownPapers("hidden"));
      await() // the new owner is in: from now on it can only be waiting for the transaction
          .atMost(Duration.ofSeconds(30))
          .until(() -> isFenced(first));
      assertThat(known).isNotDone();
      other.commitTransaction();
    }
    assertThat(known.get(30, TimeUnit.SECONDS)).isEqualTo(2);
  }

  private static boolean isFenced(SourceSession session) throws PublishException {
    try {
      session.giveSignOfLife(SourceCondition.of(Freshness.QUIET, "a test"));
      return false;
    } catch (FencedException e) {
      return true;
    }
  }

  private static int knownPapers(String source) {
    try (SourceSession session = sessions().open(source)) {
      return session.knownPapers();
    } catch (PublishException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void shouldHearSignsOfLife() throws Exception {
    try (SourceSession owner = sessions().open("alive")) {
      CompletableFuture<Boolean> silent =
          CompletableFuture.supplyAsync(() -> isSilent("alive", Duration.ofSeconds(30)));
      while (!silent.isDone()) {
        owner.giveSignOfLife(SourceCondition.of(Freshness.QUIET, "a test"));
      }
      assertThat(silent.get(30, TimeUnit.SECONDS)).isFalse();
    }
    assertThat(isSilent("alive", Duration.ofMillis(500))).isTrue();
  }

  /** Behind another source's open transaction no committed reader hears anything. */
  @Test
  void shouldHearSignsOfLifeBehindOpenTransactionsOfOtherSources() throws Exception {
    PublishTopics names = context.getBean(PublishTopics.class);
    int partition = names.state().partitionOf("muffled");
    try (SourceSession owner = sessions().open("muffled");
        Producer<byte[], byte[]> other =
            context.getBean(KafkaClients.class).transactionalProducer("loud-source")) {
      other.initTransactions();
      other.beginTransaction();
      byte[] key = "loud!".getBytes(StandardCharsets.UTF_8);
      other.send(new ProducerRecord<>(names.state().name(), partition, key, key)).get();
      CompletableFuture<Boolean> silent =
          CompletableFuture.supplyAsync(() -> isSilent("muffled", Duration.ofSeconds(15)));
      while (!silent.isDone()) {
        owner.giveSignOfLife(SourceCondition.of(Freshness.QUIET, "a test"));
      }
      assertThat(silent.get()).isFalse();
      assertThat(sessions("another", InstantSource.system(), MINUTE).isReadByAnother("muffled"))
          .isTrue();
      other.abortTransaction();
    }
  }

  private static boolean isSilent(String source, Duration time) {
    try {
      return sessions("watch", InstantSource.system(), time).isSilent(source);
    } catch (PublishException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void shouldTellWhoReadsASource() throws Exception {
    SourceSessions one = sessions("one", InstantSource.system(), MINUTE);
    SourceSessions another = sessions("another", InstantSource.system(), MINUTE);
    SourceSessions later =
        sessions("one", () -> Instant.now().plus(MINUTE.multipliedBy(2)), MINUTE);
    assertThat(one.isReadByAnother("whose")).isFalse();
    try (SourceSession _ = another.open("whose")) {
      assertThat(one.isReadByAnother("whose")).isTrue();
      assertThat(another.isReadByAnother("whose")).isFalse();
      assertThat(later.isReadByAnother("whose")).isFalse();
    }
    try (SourceSession _ = one.open("whose")) {
      assertThat(one.isReadByAnother("whose")).isFalse();
      assertThat(another.isReadByAnother("whose")).isTrue();
    }
  }
}
