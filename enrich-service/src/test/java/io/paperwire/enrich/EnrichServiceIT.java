package io.paperwire.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperVector;
import io.paperwire.schemas.TopicTag;
import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service with a real broker and registry. */
@UseBackends({Backend.KAFKA, Backend.REGISTRY})
final class EnrichServiceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path state;

  @Test
  void shouldMakeOneRecordOfAnEventThatComesTwice(Backends backends) throws Exception {
    try (Topics topics = Topics.provision(backends, "twice-");
        EnrichService service = start(backends, "twice-")) {
      for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 50; i++) {
          topics.send(Topics.announced("t:" + i, "Large language models, part " + i));
        }
      }
      topics.send(Topics.announced("t:last", "Large language models, the last part"));
      topics.flush();

      await().atMost(PATIENCE).until(() -> topics.papers().size() >= 51);
      List<EnrichedPaper> papers = topics.papers();
      assertThat(papers).hasSize(51);
      assertThat(new HashSet<>(ids(papers))).hasSize(51);
      assertThat(papers)
          .allSatisfy(
              paper ->
                  assertThat(paper.getTopics())
                      .extracting(TopicTag::getTopic)
                      .containsExactly("large-language-models"));
      assertThat(service.health()).startsWith("200 ").contains("\"phase\":\"running\"");
    }
  }

  @Test
  void shouldSetPoisonAsideAndLetTheRestThrough(Backends backends) throws Exception {
    byte[] poison = "no avro".getBytes(StandardCharsets.UTF_8);
    byte[] cut = {0, 0, 0, 0, 1, 2};
    try (Topics topics = Topics.provision(backends, "poison-");
        EnrichService service = start(backends, "poison-")) {
      topics.send(Topics.announced("p:1", "Before"));
      topics.sendBytes("p:2", poison);
      topics.sendBytes("p:3", cut);
      topics.send(Topics.announced("p:4", "After"));
      topics.flush();

      await().atMost(PATIENCE).until(() -> topics.deadLetters().size() >= 2);
      await().atMost(PATIENCE).until(() -> topics.papers().size() >= 2);
      assertThat(ids(topics.papers())).containsExactlyInAnyOrder("p:1", "p:4");
      assertThat(topics.deadLetters())
          .extracting(ConsumerRecord::value)
          .containsExactlyInAnyOrder(poison, cut);
      assertThat(topics.deadLetters())
          .extracting(letter -> header(letter, DeadLetterHeaders.TOPIC))
          .containsOnly("poison-paper-events");
      assertThat(service.health()).startsWith("200 ");
    }
  }

  @Test
  void shouldContinueWhereItStopped(Backends backends) throws Exception {
    try (Topics topics = Topics.provision(backends, "again-")) {
      PaperEvent first = Topics.announced("a:1", "The first version");
      try (EnrichService service = start(backends, "again-")) {
        topics.send(first);
        topics.flush();
        await().atMost(PATIENCE).until(() -> topics.papers().size() == 1);
        assertThat(service.health()).startsWith("200 ");
      }
      topics.send(first);
      topics.send(PaperEvent.newBuilder(first).setVersion(2).setTitle("The second").build());
      topics.flush();
      try (EnrichService service = start(backends, "again-")) {
        await().atMost(PATIENCE).until(() -> topics.papers().size() >= 2);
        assertThat(topics.papers())
            .extracting(EnrichedPaper::getTitle)
            .containsExactly("The first version", "The second");
        assertThat(topics.papers())
            .extracting(EnrichedPaper::getFirstSeenAt)
            .containsOnly(first.getObservedAt());
        assertThat(service.health()).startsWith("200 ");
      }
    }
  }

  @Test
  void shouldSendThePaperOutAtOnceAndThenWithItsVector(Backends backends) throws Exception {
    Map<String, Object> settings = EnrichService.settings(backends, "vectors-", state);
    settings.put("paperwire.vectors.enabled", true);
    try (Topics topics = Topics.provision(backends, "vectors-");
        EnrichService service = EnrichService.start(settings)) {
      await().atMost(PATIENCE).until(() -> service.health().startsWith("200 "));
      topics.send(Topics.announced("v:1", "Language models"));
      topics.send(Topics.announced("v:2", "Language models"));
      topics.send(Topics.announced("v:3", "Galaxies"));
      topics.flush();

      await().atMost(PATIENCE).until(() -> topics.papers().size() >= 6);
      Map<String, List<PaperVector>> vectors = new HashMap<>();
      for (EnrichedPaper paper : topics.papers()) {
        vectors.computeIfAbsent(paper.getPaperId(), _ -> new ArrayList<>()).add(paper.getVector());
      }
      assertThat(vectors.values())
          .hasSize(3)
          .allSatisfy(
              inOrder -> {
                assertThat(inOrder).hasSize(2);
                assertThat(inOrder.getFirst()).isNull();
                assertThat(inOrder.getLast().getModel()).isEqualTo("all-minilm-l6-v2-q");
                assertThat(inOrder.getLast().getModelVersion()).isEqualTo("1.256");
                assertThat(inOrder.getLast().getValues().remaining()).isEqualTo(384);
              });
      assertThat(vectors.get("v:1")).isEqualTo(vectors.get("v:2"));
      assertThat(vectors.get("v:1")).isNotEqualTo(vectors.get("v:3"));
      assertThat(service.health())
          .contains("\"vectors-all-minilm-l6-v2-q-1.256.phase\":\"running\"");
    }
  }

  @Test
  void shouldSayThatItIsNotReadyWhileTheRegistryIsOut(Backends backends) {
    Map<String, Object> settings = EnrichService.settings(backends, "out-", state);
    settings.put("paperwire.registry.url", "http://127.0.0.1:1");

    try (EnrichService service = EnrichService.start(settings)) {
      await().atMost(PATIENCE).until(() -> service.health().contains("\"problem\""));
      assertThat(service.health())
          .startsWith("503 ")
          .contains("\"phase\":\"preparing\"")
          .contains("\"broker\":{\"name\":\"enrich-service\",\"status\":\"UP\"")
          .contains("\"registry\":{\"name\":\"enrich-service\",\"status\":\"DOWN\"");
    }
  }

  private EnrichService start(Backends backends, String prefix) {
    EnrichService service = EnrichService.start(EnrichService.settings(backends, prefix, state));
    await().atMost(PATIENCE).until(() -> service.health().startsWith("200 "));
    return service;
  }

  private static List<String> ids(List<EnrichedPaper> papers) {
    return papers.stream().map(EnrichedPaper::getPaperId).toList();
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
