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
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service with a real broker and registry. All tests share one, with its vector stage, and each
 * has papers of its own.
 */
@UseBackends({Backend.KAFKA, Backend.REGISTRY})
@TestInstance(Lifecycle.PER_CLASS)
final class EnrichServiceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PREFIX = "service-";

  @TempDir private static Path state;

  private final Backends backends;

  @SuppressWarnings("NullAway.Init") // set by start
  private Topics topics;

  @SuppressWarnings("NullAway.Init") // set by start
  private EnrichService service;

  EnrichServiceIT(Backends backends) {
    this.backends = backends;
  }

  @BeforeAll
  void provision() throws Exception {
    topics = Topics.provision(backends, PREFIX);
    start();
  }

  private void start() {
    Map<String, Object> settings = EnrichService.settings(backends, PREFIX, state);
    settings.put("paperwire.vectors.enabled", true);
    service = EnrichService.start(settings);
    awaitHealthy();
  }

  private void awaitHealthy() {
    await().atMost(PATIENCE).until(() -> service.health().startsWith("200 "));
  }

  @AfterAll
  void stop() {
    service.close();
    topics.close();
  }

  @Test
  void shouldSendEachPaperOutAtOnceAndThenWithItsVectorHoweverOftenItComes() throws Exception {
    int papers = 30;
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < papers; i++) {
        topics.send(Topics.announced("t:" + i, "Large language models, part " + i % 10));
      }
    }
    topics.send(Topics.announced("t:last", "Large language models, the last part"));
    topics.flush();

    // By the time at which the last one has its vector, the others have theirs.
    await().atMost(PATIENCE).until(() -> records("t:").size() >= 2 * (papers + 1));
    List<EnrichedPaper> all = records("t:");
    assertThat(all).hasSize(2 * (papers + 1));
    assertThat(all)
        .allSatisfy(
            paper ->
                assertThat(paper.getTopics())
                    .extracting(TopicTag::getTopic)
                    .containsExactly("large-language-models"));
    for (int i = 0; i < papers; i++) {
      List<PaperVector> vectors = vectors("t:" + i);
      assertThat(vectors).hasSize(2);
      assertThat(vectors.getFirst()).isNull();
      assertThat(vectors.getLast().getModel()).isEqualTo("all-minilm-l6-v2-q");
      assertThat(vectors.getLast().getModelVersion()).isEqualTo("1.256");
      assertThat(vectors.getLast().getValues().remaining()).isEqualTo(384);
    }
    assertThat(vectors("t:1")).isEqualTo(vectors("t:11"));
    assertThat(vectors("t:1")).isNotEqualTo(vectors("t:2"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(service.health())
                    .startsWith("200 ")
                    .contains("\"phase\":\"running\"")
                    .contains("\"vectors-all-minilm-l6-v2-q-1.256.phase\":\"running\""));
  }

  @Test
  void shouldSetPoisonAsideAndLetTheRestThrough() throws Exception {
    byte[] poison = "no avro".getBytes(StandardCharsets.UTF_8);
    byte[] cut = {0, 0, 0, 0, 1, 2};
    topics.send(Topics.announced("p:1", "Before"));
    topics.sendBytes("p:2", poison);
    topics.sendBytes("p:3", cut);
    topics.send(Topics.announced("p:4", "After"));
    topics.flush();

    await().atMost(PATIENCE).until(() -> topics.deadLetters().size() >= 2);
    await().atMost(PATIENCE).until(() -> records("p:").size() >= 4);
    assertThat(records("p:"))
        .extracting(EnrichedPaper::getPaperId)
        .containsExactlyInAnyOrder("p:1", "p:4", "p:1", "p:4");
    assertThat(topics.deadLetters())
        .extracting(ConsumerRecord::value)
        .containsExactlyInAnyOrder(poison, cut);
    assertThat(topics.deadLetters())
        .extracting(letter -> header(letter, DeadLetterHeaders.TOPIC))
        .containsOnly(PREFIX + "paper-events");
    awaitHealthy();
    assertThat(service.get("/prometheus"))
        .containsPattern(
            "paperwire_stream_set_aside_total\\{stream=\"main\",topic=\"%spaper-events.dlq\"} [2-9]"
                .formatted(PREFIX))
        .contains("paperwire_stream_phase{phase=\"running\",stream=\"main\"} 1.0")
        .contains("paperwire_stream_phase{phase=\"running\",stream=\"standings\"} 1.0")
        .containsPattern("kafka_consumer_fetch_manager_records_lag_max\\{.*stream=\"main\"}");
  }

  @Test
  void shouldContinueWhereItStopped() throws Exception {
    PaperEvent first = Topics.announced("a:1", "The first version");
    topics.send(first);
    topics.flush();
    await().atMost(PATIENCE).until(() -> records("a:1").size() == 2);
    service.close();
    topics.send(first);
    topics.send(PaperEvent.newBuilder(first).setVersion(2).setTitle("The second").build());
    topics.flush();
    start();

    await().atMost(PATIENCE).until(() -> records("a:1").size() >= 4);
    assertThat(records("a:1"))
        .extracting(EnrichedPaper::getTitle)
        .containsExactly("The first version", "The first version", "The second", "The second");
    assertThat(records("a:1"))
        .extracting(EnrichedPaper::getFirstSeenAt)
        .containsOnly(first.getObservedAt());
    awaitHealthy();
  }

  @Test
  void shouldSayThatItIsNotReadyWhileTheRegistryIsOut() {
    Map<String, Object> settings =
        EnrichService.settings(backends, "out-", state.resolveSibling("out"));
    settings.put("paperwire.registry.url", "http://127.0.0.1:1");

    try (EnrichService out = EnrichService.start(settings)) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(out.health())
                      .startsWith("503 ")
                      .contains("\"problem\"", "\"phase\":\"preparing\"")
                      .contains("\"broker\":{\"name\":\"enrich-service\",\"status\":\"UP\"")
                      .contains("\"registry\":{\"name\":\"enrich-service\",\"status\":\"DOWN\""));
    }
  }

  /** The records of all papers whose id begins so. */
  private List<EnrichedPaper> records(String prefix) {
    return topics.papers().stream().filter(paper -> paper.getPaperId().startsWith(prefix)).toList();
  }

  private List<PaperVector> vectors(String id) {
    return topics.papers().stream()
        .filter(paper -> paper.getPaperId().equals(id))
        .map(EnrichedPaper::getVector)
        .toList();
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
