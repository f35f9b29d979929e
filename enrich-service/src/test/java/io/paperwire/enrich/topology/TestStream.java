package io.paperwire.enrich.topology;

import io.paperwire.embedding.EmbeddingModel;
import io.paperwire.enrich.DrivenTopology;
import io.paperwire.enrich.dossier.Dossier;
import io.paperwire.enrich.dossier.DossierCodec;
import io.paperwire.enrich.dossier.Enricher;
import io.paperwire.enrich.state.PaperState;
import io.paperwire.enrich.trend.TrendSettings;
import io.paperwire.enrich.trend.Trends;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEmbedding;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.PaperSignal;
import io.paperwire.schemas.PaperSignalKind;
import io.paperwire.schemas.PaperStanding;
import io.paperwire.schemas.PaperSummary;
import io.paperwire.schemas.catalogue.BacklogHeader;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.streams.Attempts;
import io.paperwire.streams.StreamDefinition;
import io.paperwire.tagging.PaperJudge;
import io.paperwire.topics.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The stream in a driver, with a registry in memory. */
final class TestStream implements AutoCloseable {

  static final EmbeddingModel MODEL = new EmbeddingModel("letters", "1.8", 2, 8);

  static final String RAG = "Retrieval-augmented generation at sea";
  static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

  static final Enricher ENRICHER =
      new Enricher(
          PaperJudge.load(Vocabulary.load()),
          new Trends(new TrendSettings(Duration.ofDays(2), 10, 5)),
          MODEL);

  final TopicCatalogue catalogue;
  final StreamDefinition definition;
  private final DrivenTopology topology;
  private final TopologyTestDriver driver;

  TestStream(Path folder) {
    topology =
        DrivenTopology.start(
            folder,
            (config, topics) ->
                EnrichTopology.define(config, topics, ENRICHER, new Attempts(3, _ -> {})));
    catalogue = topology.catalogue();
    definition = topology.definition();
    driver = topology.driver();
  }

  /** Puts into the store what is known of a paper. */
  void store(String paperId, Dossier dossier) {
    driver
        .<String, PaperState>getKeyValueStore(EnrichTopology.PAPERS)
        .put(paperId, DossierCodec.toState(dossier));
  }

  /** What the store knows of a paper. */
  Dossier known(String paperId) {
    return DossierCodec.fromState(
        driver.<String, PaperState>getKeyValueStore(EnrichTopology.PAPERS).get(paperId));
  }

  void send(PaperEvent event) {
    send(catalogue.paperEvents(), event.getPaperId(), event);
  }

  /** An event of a time of the past that is read now. */
  void sendBacklog(PaperEvent event) {
    Topic<String, PaperEvent> topic = catalogue.paperEvents();
    TestRecord<String, PaperEvent> record = new TestRecord<>(event.getPaperId(), event);
    BacklogHeader.mark(record.headers());
    topology.input(topic).pipeInput(record);
  }

  /** Of each paper since the last call whether it is marked as a backlog. */
  List<Boolean> backlogMarks() {
    return topology.output(catalogue.enrichedPapers()).readRecordsToList().stream()
        .map(record -> BacklogHeader.isMarked(record.headers()))
        .toList();
  }

  void send(PaperSignal signal) {
    send(signal, signal.getAt());
  }

  /** A signal in a record of another time. */
  void send(PaperSignal signal, Instant writtenAt) {
    topology.input(catalogue.paperSignals()).pipeInput(signal.getPaperId(), signal, writtenAt);
  }

  void send(PaperEmbedding embedding) {
    send(catalogue.paperVectors(), embedding.getPaperId(), embedding);
  }

  void send(PaperStanding standing) {
    send(catalogue.paperStandings(), standing.getPaperId(), standing);
  }

  void send(PaperSummary summary) {
    send(catalogue.paperSummaries(), summary.getPaperId(), summary);
  }

  <V> void send(Topic<String, V> topic, String key, @Nullable V value) {
    topology.input(topic).pipeInput(key, value);
  }

  void sendBytes(Topic<?, ?> topic, String key, byte[] value) {
    driver
        .createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(key, value);
  }

  List<EnrichedPaper> papers() {
    return topology.output(catalogue.enrichedPapers()).readKeyValuesToList().stream()
        .map(record -> checkedKey(record))
        .toList();
  }

  List<TestRecord<byte[], byte[]>> deadLetters(Topic<?, ?> topic) {
    return topology.letters(topic);
  }

  static String text(TestRecord<byte[], byte[]> letter, String header) {
    return new String(letter.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
  }

  private static EnrichedPaper checkedKey(KeyValue<String, EnrichedPaper> record) {
    if (!record.key.equals(record.value.getPaperId())) {
      throw new AssertionError("key " + record.key + " for " + record.value.getPaperId());
    }
    return record.value;
  }

  @Override
  public void close() {
    topology.close();
  }

  /** The first event of a paper. */
  static PaperEvent.Builder announced() {
    return PaperEvent.newBuilder()
        .setPaperId("arxiv:2401.01234")
        .setKind(PaperEventKind.ANNOUNCED)
        .setSource("arxiv-feed")
        .setSourceKey("2401.01234")
        .setVersion(1)
        .setObservedAt(MORNING)
        .setTitle(RAG);
  }

  /** Upvotes for it. */
  static PaperSignal votes(long count) {
    return PaperSignal.newBuilder()
        .setPaperId("arxiv:2401.01234")
        .setSource("hugging-face")
        .setKind(PaperSignalKind.UPVOTE)
        .setCount(count)
        .setAt(MORNING)
        .build();
  }
}
