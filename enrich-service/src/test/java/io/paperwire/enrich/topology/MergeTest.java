package io.paperwire.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.enrich.DrivenTopology;
import io.paperwire.schemas.Author;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.streams.Attempts;
import io.paperwire.streams.StreamDefinition;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sources say of one paper, in whatever order, and work on it that fails. */
final class MergeTest {

  private static final Author ADA = Author.newBuilder().setName("Ada Lovelace").build();

  private static final PaperEvent ARXIV = event("arxiv-feed", ADA);

  private static final PaperEvent OPENALEX =
      event(
          "openalex",
          Author.newBuilder().setName("A. Lovelace").setOrcid("0000-0002-1825-0097").build());

  private static final Author KNOWN =
      Author.newBuilder(ADA).setOrcid("0000-0002-1825-0097").build();

  @TempDir Path folder;

  private int failures;

  @Test
  void shouldNameAnAuthorOfArxivWithTheOrcidIdOfOpenAlexWhicheverComesFirst() {
    for (List<PaperEvent> events : List.of(List.of(ARXIV, OPENALEX), List.of(OPENALEX, ARXIV))) {
      try (TestStream stream = new TestStream(folder)) {
        events.forEach(stream::send);

        assertThat(stream.papers().getLast().getAuthors()).containsExactly(KNOWN);
      }
    }
  }

  @Test
  void shouldSetNothingAsideAndLoseNothingIfAFaultPasses() {
    try (DrivenTopology stream = DrivenTopology.start(folder, this::failing)) {
      failures = 1;
      send(stream, ARXIV);
      failures = 2;
      send(stream, OPENALEX);

      assertThat(papers(stream))
          .extracting(EnrichedPaper::getAuthors)
          .containsExactly(List.of(ADA), List.of(KNOWN));
      assertThat(stream.letters(stream.catalogue().paperEvents())).isEmpty();
    }
  }

  @Test
  void shouldSetAsideOnceWhatFailsAtEachAttemptAndLeaveNoTrace() {
    try (DrivenTopology stream = DrivenTopology.start(folder, this::failing)) {
      failures = 3;
      send(stream, OPENALEX);
      send(stream, ARXIV);

      assertThat(papers(stream))
          .extracting(EnrichedPaper::getAuthors)
          .containsExactly(List.of(ADA));
      List<TestRecord<byte[], byte[]>> letters = stream.letters(stream.catalogue().paperEvents());
      assertThat(letters).hasSize(1);
      assertThat(TestStream.text(letters.getFirst(), DeadLetterHeaders.ATTEMPTS)).isEqualTo("3");
      assertThat(TestStream.text(letters.getFirst(), DeadLetterHeaders.MESSAGE))
          .isEqualTo("no memory");
    }
  }

  /** The merging of events alone, with work that fails as often as it is told to. */
  private StreamDefinition failing(TopologyConfig config, TopicCatalogue topics) {
    Merge.Taking<PaperEvent> taking =
        (before, event, _) -> {
          if (failures > 0) {
            failures--;
            throw new IllegalStateException("no memory");
          }
          return before.with(event);
        };
    Topology topology = new Topology(config);
    topology.addSource(
        "events",
        topics.paperEvents().keySerde().deserializer(),
        topics.paperEvents().valueSerde().deserializer(),
        topics.paperEvents().name());
    topology.addProcessor(
        "merge",
        () ->
            new Merge<PaperEvent>(
                TestStream.ENRICHER, new Attempts(3, _ -> {}), PaperEvent::getPaperId, taking),
        "events");
    topology.addStateStore(EnrichTopology.papers(), "merge");
    topology.addSink(
        "papers-sink",
        topics.enrichedPapers().name(),
        topics.enrichedPapers().keySerde().serializer(),
        topics.enrichedPapers().valueSerde().serializer(),
        "merge");
    return new StreamDefinition(
        topology, List.of(topics.paperEvents()), List.of(topics.enrichedPapers()));
  }

  private static void send(DrivenTopology stream, PaperEvent event) {
    stream.input(stream.catalogue().paperEvents()).pipeInput(event.getPaperId(), event);
  }

  private static List<EnrichedPaper> papers(DrivenTopology stream) {
    return stream.output(stream.catalogue().enrichedPapers()).readValuesToList();
  }

  private static PaperEvent event(String source, Author author) {
    return PaperEvent.newBuilder()
        .setPaperId("arxiv:2401.01234")
        .setKind(PaperEventKind.ANNOUNCED)
        .setSource(source)
        .setSourceKey("2401.01234")
        .setObservedAt(Instant.parse("2026-03-02T08:00:00Z"))
        .setTitle("A title")
        .setAuthors(List.of(author))
        .build();
  }
}
