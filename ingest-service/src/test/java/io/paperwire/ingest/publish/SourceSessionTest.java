package io.paperwire.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.ingest.format.PaperFormat;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.identity.CanonicalId;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.record.RejectedInput.Place;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import io.paperwire.ingest.record.SourceRecord.Dates;
import io.paperwire.ingest.record.SourceRecord.Publication;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.state.SourceState;
import io.paperwire.ingest.state.StateTopic;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import io.paperwire.schemas.catalogue.Retention;
import io.paperwire.schemas.catalogue.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** Sessions that write into memory. */
final class SourceSessionTest {

  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

  private SourceSession session(Serializer<PaperEvent> events) {
    PublishTopics topics =
        new PublishTopics(
            topic("paper-events", events),
            topic("paper-signals", (_, _) -> new byte[0]),
            Quarantine.topic("letters-"),
            Quarantine.topic(""),
            SourceStatus.topic(""),
            StateTopic.of("", 1));
    producer.initTransactions();
    return new SourceSession(
        "file",
        "one",
        topics,
        producer,
        new SourceState("file"),
        () -> NOW,
        false,
        new Heartbeat(Duration.ofMinutes(1)));
  }

  private static <V> Topic<String, V> topic(String name, Serializer<V> values) {
    Serde<V> serde =
        Serdes.serdeFrom(
            values,
            (_, _) -> {
              throw new AssertionError("nothing is read here");
            });
    return new Topic<>(name, Serdes.String(), serde, Optional.empty(), Retention.days(1));
  }

  private static byte[] avro(String topic, PaperEvent event) {
    try {
      return event.toByteBuffer().array();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Batch batch(SourceRecord... records) {
    return new Batch(
        List.of(records),
        List.of(),
        List.of(),
        List.of(),
        Map.of("part", new Position(Map.of("at", "1"))));
  }

  private static SourceRecord paper(String id, List<RecordedAuthor> authors, Dates dates) {
    return new SourceRecord(
        new CanonicalId(id),
        id,
        OptionalInt.empty(),
        Announcement.UNSAID,
        "Title of " + id,
        Optional.empty(),
        authors,
        List.of(),
        dates,
        Publication.unknown(),
        List.of());
  }

  private static SourceRecord paper(String id) {
    return paper(id, List.of(), Dates.unknown());
  }

  private List<String> keysIn(String topic) {
    return producer.history().stream()
        .filter(record -> record.topic().equals(topic))
        .map(record -> new String(record.key(), UTF_8))
        .toList();
  }

  private static String header(ProducerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  /** A date that no upstream's format lets through, in a record that was made in another way. */
  @Test
  void shouldSetAsideWhatCannotBeWrittenAndWriteTheRest() throws Exception {
    List<RecordedAuthor> people =
        Collections.nCopies(5_000, RecordedAuthor.named("\u6797".repeat(100)));
    try (SourceSession session = session(SourceSessionTest::avro)) {
      Committed committed =
          session.publish(
              batch(
                  paper("s:1"),
                  paper("s:2", List.of(), new Dates(Optional.of(Instant.MAX), Optional.empty())),
                  paper("s:3", people, Dates.unknown()),
                  paper("s:4")));
      assertThat(committed.papers())
          .satisfiesExactly(
              one -> assertThat(one.isAnnounced()).isTrue(),
              two -> assertThat(two).isInstanceOf(Outcome.Refused.class),
              three ->
                  assertThat(three)
                      .isEqualTo(
                          new Outcome.Refused(
                              Fault.TOO_LARGE, "the event has 1520056 bytes, the limit is 900000")),
              four -> assertThat(four.isAnnounced()).isTrue());
      assertThat(committed.summary()).isEqualTo("2 announced, 2 rejected");
      assertThat(keysIn("paper-events")).containsExactly("s:1", "s:4");
      assertThat(keysIn("ingest-state"))
          .containsExactlyInAnyOrder("file|s:1", "file|s:4", "file#part");
      assertThat(session.knownPapers()).isEqualTo(2);
    }
    assertThat(producer.history().stream().filter(record -> record.topic().startsWith("letters-")))
        .satisfiesExactly(
            two -> {
              assertThat(header(two, DeadLetterHeaders.INPUT)).isEqualTo("s:2");
              assertThat(new String(two.value(), UTF_8)).contains("Title of s:2");
            },
            three -> {
              assertThat(header(three, DeadLetter.FAULT)).isEqualTo("too-large");
              assertThat(three.value()).hasSize(RejectedInput.MAX_BYTES);
            });
  }

  @Test
  void shouldTellAnOrcidIdThatIsNewAndNothingTwice() throws Exception {
    String paper =
        """
        {"id":"s:1","title":"A title","authors":[{"name":"Ada Lovelace","orcid":%s}]}
        """;
    String orcid = "\"https://orcid.org/0000-0002-1825-0097\"";
    try (SourceSession session = session(SourceSessionTest::avro)) {
      for (String said : List.of("null", orcid, "\"0000000218250097\"")) {
        session.publish(batch(handedIn(paper.formatted(said))));
      }
    }
    assertThat(
            events().map(event -> event.getKind() + " " + event.getAuthors().getFirst().getOrcid()))
        .containsExactly("ANNOUNCED null", "UNKNOWN 0000-0002-1825-0097");
  }

  /** What names no version is told of the one that was named last, as whoever wrote it means it. */
  @Test
  void shouldTellACorrectionWithoutVersionOfTheVersionThatIsKnown() throws Exception {
    try (SourceSession session = session(SourceSessionTest::avro)) {
      for (String paper :
          List.of(
              "{\"id\":\"arXiv:2401.01234v3\",\"title\":\"A titel\"}",
              "{\"id\":\"arXiv:2401.01234\",\"title\":\"A title\"}",
              "{\"id\":\"arXiv:2401.01234v1\",\"title\":\"A title\"}",
              "{\"id\":\"arXiv:2401.01234\",\"title\":\"The title\"}",
              "{\"id\":\"2401.05678\",\"title\":\"Another\"}")) {
        session.publish(batch(handedIn(paper)));
      }
    }
    assertThat(events().map(event -> event.getTitle() + ", " + event.getVersion()))
        .containsExactly("A titel, 3", "A title, 3", "A title, 1", "The title, 1", "Another, null");
  }

  /** Enrich goes by it where nothing else tells which of two statements is the later one. */
  @Test
  void shouldSeeAPaperLaterEachTimeThoughTheClockStandsStill() throws Exception {
    try (SourceSession session = session(SourceSessionTest::avro)) {
      session.publish(
          batch(
              handedIn("{\"id\":\"2401.01234\",\"title\":\"A titel\"}"),
              handedIn("{\"id\":\"2401.05678\",\"title\":\"Another\"}")));
      for (String title : List.of("Zebras", "Apples", "Aardvarks")) {
        session.publish(
            batch(handedIn("{\"id\":\"2401.01234\",\"title\":\"%s\"}".formatted(title))));
      }
    }
    assertThat(events().map(event -> event.getTitle() + " " + event.getObservedAt()))
        .containsExactly(
            "A titel 2026-01-31T12:00:00Z",
            "Another 2026-01-31T12:00:00Z",
            "Zebras 2026-01-31T12:00:00.001Z",
            "Apples 2026-01-31T12:00:00.002Z",
            "Aardvarks 2026-01-31T12:00:00.003Z");
  }

  /** Exports name the newest version first. */
  @Test
  void shouldLetTheHighestVersionOfABatchStandInWhateverOrderAndOnce() throws Exception {
    SourceRecord one = handedIn("{\"id\":\"2401.01234v1\",\"title\":\"First\"}");
    SourceRecord two = handedIn("{\"id\":\"2401.01234v2\",\"title\":\"Second\"}");
    SourceRecord titel = handedIn("{\"id\":\"2401.01234v2\",\"title\":\"Secnod\"}");
    SourceRecord unsaid = handedIn("{\"id\":\"2401.01234\",\"title\":\"The second\"}");
    try (SourceSession session = session(SourceSessionTest::avro)) {
      assertThat(session.publish(batch(two, one)).summary()).isEqualTo("1 announced, 1 unchanged");
      assertThat(session.publish(batch(one, titel, two)).summary()).isEqualTo("3 unchanged");
      assertThat(session.publish(batch(one, two)).summary()).isEqualTo("2 unchanged");
      assertThat(session.publish(batch(one)).summary()).isEqualTo("1 revised");
      for (int times = 0; times < 2; times++) {
        session.publish(batch(two, unsaid, one));
      }
    }
    assertThat(events().map(event -> event.getTitle() + ", " + event.getVersion()))
        .containsExactly("Second, 2", "First, 1", "The second, 2");
  }

  @Test
  void shouldLetTheNextVersionStandInForOneThatCannotBeWritten() throws Exception {
    List<RecordedAuthor> people =
        Collections.nCopies(5_000, RecordedAuthor.named("\u6797".repeat(100)));
    SourceRecord two = handedIn("{\"id\":\"2401.01234v2\",\"title\":\"Second\"}");
    SourceRecord three =
        new SourceRecord(
            two.paperId(),
            two.sourceKey(),
            OptionalInt.of(3),
            two.announcement(),
            two.title(),
            two.abstractText(),
            people,
            two.categories(),
            two.dates(),
            two.publication(),
            two.links());
    try (SourceSession session = session(SourceSessionTest::avro)) {
      assertThat(session.publish(batch(two, three)).summary()).isEqualTo("1 announced, 1 rejected");
    }
    assertThat(events().map(PaperEvent::getVersion)).containsExactly(2);
  }

  private static SourceRecord handedIn(String json) {
    return switch (new PaperFormat("file", PaperLimits.STANDARD).read(json.getBytes(UTF_8))) {
      case Parsed.Valid<SourceRecord>(SourceRecord paper) -> paper;
      case Parsed.Invalid<SourceRecord> invalid -> throw new AssertionError(invalid.reason());
    };
  }

  private Stream<PaperEvent> events() {
    return producer.history().stream()
        .filter(record -> record.topic().equals("paper-events"))
        .map(
            record -> {
              try {
                return PaperEvent.fromByteBuffer(ByteBuffer.wrap(record.value()));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  @Test
  void shouldTakeTheRegistrysSilenceForNoFaultOfThePaper() {
    try (SourceSession session =
        session(
            (_, _) -> {
              throw new SerializationException("the registry does not answer");
            })) {
      assertThatThrownBy(() -> session.publish(batch(paper("s:1"))))
          .isInstanceOf(PublishException.class)
          .hasMessageContaining("the registry does not answer");
    }
    assertThat(producer.history()).isEmpty();
    assertThat(producer.transactionInFlight()).isFalse();
  }

  @Test
  void shouldCutHeadersThatWouldNotFit() {
    ProducerRecord<byte[], byte[]> letter =
        DeadLetter.of(
            "letters",
            "file",
            RejectedInput.whole(
                new Place("p.jsonl", 1),
                Fault.UNKNOWN_FIELD,
                "unknown ".repeat(1_000_000),
                RawBytes.of(new byte[0])));
    assertThat(header(letter, DeadLetterHeaders.MESSAGE)).hasSize(4_001).endsWith("…");
  }
}
