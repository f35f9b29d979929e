package io.paperwire.notify.web.catalogue;

import static io.paperwire.notify.web.SamplePapers.authors;
import static io.paperwire.notify.web.SamplePapers.paper;
import static io.paperwire.notify.web.SamplePapers.topic;
import static io.paperwire.notify.web.SamplePapers.trend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.interest.Clause.Contribution;
import io.paperwire.interest.Expression;
import io.paperwire.interest.InterestParser;
import io.paperwire.interest.Reading;
import io.paperwire.notify.web.RunningWeb;
import io.paperwire.schemas.Author;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.Link;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.PaperKind;
import io.paperwire.schemas.PaperSource;
import io.paperwire.schemas.PaperStatus;
import io.paperwire.schemas.PredictedCategory;
import io.paperwire.schemas.TopicStanding;
import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import io.paperwire.topics.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
@TestInstance(Lifecycle.PER_CLASS)
final class CatalogueIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String DAY_ONE = "2026-06-11T08:00:00Z";
  private static final String DAY_TWO = "2026-06-12T08:00:00Z";

  private final RunningWeb web;
  private final PaperCatalogue catalogue;

  CatalogueIT(Backends backends) {
    web = RunningWeb.start(backends, "catalogue-it");
    catalogue = web.bean(PaperCatalogue.class);
  }

  @BeforeAll
  void publish() {
    web.publish(
        List.of(
            paper("arxiv:1", "Deep agents", DAY_ONE)
                .setAuthors(authors("Jörg Müller"))
                .setTopics(List.of(topic("oncology", "Oncology")))
                .setSources(List.of(new PaperSource("arxiv-oai", "1", null)))
                .setTrend(trend(7, 2, DAY_TWO))
                .setTrendingUntil(Instant.parse("2999-01-01T00:00:00Z"))
                .build(),
            paper("arxiv:2", "Shallow waters", DAY_ONE)
                .setAbstractText("Tides, and one agent. CMOS sensors for LMs.")
                .setAuthors(
                    List.of(
                        Author.newBuilder()
                            .setName("Ada Lovelace")
                            .setOrcid("0000-0002-1825-0097")
                            .build()))
                .setCategories(List.of("cs.CL", "Cell Biology"))
                .setSources(List.of(new PaperSource("hugging-face", "2", null)))
                .setLinks(List.of(new Link("code", "https://code.example/2")))
                .setTrend(trend(9, 0.5, DAY_TWO))
                .build(),
            paper("arxiv:3", "Quantum walks", DAY_TWO)
                .setTopics(List.of(topic("medicine", "Medicine")))
                .setTrend(trend(1, 1.5, DAY_TWO))
                .setTrendingUntil(Instant.parse(DAY_TWO))
                .setKind(PaperKind.SURVEY)
                .setSummary("We survey walks.")
                .setPredictedCategories(
                    List.of(
                        new PredictedCategory("quant-ph", 0.6),
                        new PredictedCategory("math.PR", 0.2)))
                .setStandings(List.of(new TopicStanding("medicine", "Medicine", 3)))
                .build(),
            paper("arxiv:4", "First title", DAY_TWO).build(),
            paper("arxiv:4", "Second title", DAY_TWO)
                .setUpdatedAt(Instant.parse("2026-06-14T09:00:00Z"))
                .build(),
            paper("arxiv:5", "Soon gone", DAY_TWO).build()));
    web.publishTombstone("arxiv:5");
    web.publish("arxiv:6", "no Avro".getBytes(StandardCharsets.UTF_8));
    web.publish(
        List.of(
            paper("arxiv:7", "After multi-step fine-tuning", "2026-06-13T00:00:00Z")
                .setTrend(trend(3, 3, DAY_TWO))
                .setTrendingUntil(Instant.parse("2998-01-01T00:00:00Z"))
                .setUpdatedAt(Instant.parse("2999-01-01T00:00:00Z"))
                .build(),
            paper("doi:10.1/ahead", "In the next issue", "2999-01-01T00:00:00Z")
                .setFirstSeenAt(Instant.parse("2026-06-10T12:00:00Z"))
                .build(),
            paper("arxiv:6", "Good now", "2026-06-10T00:00:00Z").build()));
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(ids(catalogue::newest))
                    .containsExactly(
                        "arxiv:7",
                        "arxiv:4",
                        "arxiv:3",
                        "arxiv:2",
                        "arxiv:1",
                        "doi:10.1/ahead",
                        "arxiv:6"));
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void shouldKeepTheLastRecordOfAPaper() {
    assertThat(catalogue.paper("arxiv:4").orElseThrow().title()).isEqualTo("Second title");
    assertThat(catalogue.paper("arxiv:5")).isEmpty();
    ListedPaper one = catalogue.paper("arxiv:1").orElseThrow();
    assertThat(one.authors()).containsExactly("Jörg Müller");
    assertThat(one.topics()).containsExactly(new PaperTopic("oncology", "Oncology", 1));
    assertThat(one.votes()).isEqualTo(7);
    assertThat(one.trending()).isTrue();
    assertThat(one.url()).contains("https://arxiv.org/abs/1");
  }

  @Test
  void shouldKeepWhatWasJudgedAndNoTrendOrPlaceThatHasEnded() {
    ListedPaper paper = catalogue.paper("arxiv:3").orElseThrow();
    assertThat(paper.contribution()).contains(Contribution.SURVEY);
    assertThat(paper.summary()).contains("We survey walks.");
    assertThat(paper.likelyCategories()).containsExactly("quant-ph");
    assertThat(paper.trending()).isFalse();
    assertThat(paper.places()).isEmpty();
  }

  @Test
  void shouldListByTrendDayAndTopic() {
    assertThat(ids(catalogue::trending)).containsExactly("arxiv:1", "arxiv:7");
    assertThat(catalogue.noticed(10))
        .extracting(ListedPaper::id)
        .containsExactly("arxiv:3", "arxiv:2");
    assertThat(catalogue.noticed(1)).extracting(ListedPaper::id).containsExactly("arxiv:3");
    LocalDate day = LocalDate.of(2026, 6, 11);
    assertThat(ids((from, limit) -> catalogue.onDay(day, from, limit)))
        .containsExactly("arxiv:2", "arxiv:1");
    assertThat(catalogue.dayBefore(day)).contains(LocalDate.of(2026, 6, 10));
    assertThat(catalogue.dayAfter(day)).contains(LocalDate.of(2026, 6, 12));
    assertThat(catalogue.dayAfter(LocalDate.of(2026, 6, 13))).isEmpty();
    assertThat(catalogue.latestDay()).contains(LocalDate.of(2026, 6, 13));
    assertThat(ids((from, limit) -> catalogue.onTopic("medicine", from, limit)))
        .containsExactly("arxiv:3", "arxiv:1");
    assertThat(ids((from, limit) -> catalogue.onTopic("oncology", from, limit)))
        .containsExactly("arxiv:1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "agent | arxiv:1 arxiv:2",
        "au:muller | arxiv:1",
        "au:`J. Mueller` | arxiv:1",
        "au:0000-0002-1825-0097 | arxiv:2",
        "agents -tides | arxiv:1",
        "agents NOT ti:deep | arxiv:2",
        "ab:agent | arxiv:2",
        "`quantum walk` | arxiv:3",
        "`walk quantum` | ",
        "`multistep finetuning` | arxiv:7",
        "`multi step finetuning` | arxiv:7",
        "`after multistep finetuning` | arxiv:7",
        "quantumwalks | arxiv:3",
        "cmos | arxiv:2",
        "`cmos sensor` | arxiv:2",
        "lms | arxiv:2",
        "LMS | ",
        "waters NOT cmos | ",
        "`deep agents` OR `one agents` | arxiv:1 arxiv:2",
        "walks OR waters | arxiv:2 arxiv:3",
        "topic:medicine | arxiv:3 arxiv:1",
        "topic:oncology>=0.9 NOT trending | ",
        "trending | arxiv:1 arxiv:7",
        "cat:cs.* agent | arxiv:2",
        "cat:CS.cl | arxiv:2",
        "cat:cs | arxiv:2",
        "cat:`cell biology` | arxiv:2",
        "cat:cell | ",
        "source:hugging-face | arxiv:2",
        "source:arxiv | arxiv:1",
        "source:arxiv-oai | arxiv:1",
        "source:arxiv-feed | ",
        "source:arx | ",
        "kind:withdrawn | ",
        "kind:survey | arxiv:3",
        "cat:quant-ph | arxiv:3",
        "cat:math.* | ",
        "code:yes | arxiv:2",
      })
  void shouldSearchInTheInterestLanguageTitlesFirst(String query, String found) {
    assertThat(search(query.replace('`', '"')))
        .containsExactlyInAnyOrder(found == null ? new String[0] : found.split(" "));
  }

  @Test
  void shouldPutTitlesFirst() {
    assertThat(search("agent")).containsExactly("arxiv:1", "arxiv:2");
  }

  @Test
  void shouldPutTheNewestFirstForThoseWhoAskAgainAndAgain() {
    assertThat(catalogue.newest(expression("agent"), 50))
        .extracting(ListedPaper::id)
        .containsExactly("arxiv:2", "arxiv:1");
    assertThat(catalogue.newest(expression("agent"), 1)).hasSize(1);
  }

  @Test
  void shouldKnowWhenAPaperChanged() {
    assertThat(catalogue.paper("arxiv:1").orElseThrow().changedAt()).isEqualTo(DAY_ONE);
    assertThat(catalogue.paper("arxiv:4").orElseThrow().changedAt())
        .isEqualTo("2026-06-14T09:00:00Z");
    assertThat(catalogue.paper("arxiv:7").orElseThrow().changedAt())
        .isEqualTo("2026-06-13T00:00:00Z");
  }

  @Test
  void shouldTellWhatAnInterestWouldHaveCaught() {
    Catch caught = catalogue.caught(expression("agent OR walks"), LocalDate.of(2026, 6, 11));

    assertThat(caught.whole()).isTrue();
    assertThat(caught.since()).isEqualTo("2026-06-11");
    assertThat(caught.papers()).isEqualTo(3);
    assertThat(caught.byDay())
        .isEqualTo(Map.of(LocalDate.of(2026, 6, 11), 2, LocalDate.of(2026, 6, 12), 1));
    assertThat(caught.newest())
        .extracting(ListedPaper::id)
        .containsExactly("arxiv:3", "arxiv:2", "arxiv:1");
    assertThat(catalogue.caught(expression("agent"), LocalDate.of(2026, 6, 12)).papers()).isZero();
  }

  @Test
  void shouldLeaveWithdrawnPapersOutOfWhatWouldHaveBeenCaught() {
    web.publish(
        List.of(
            paper("arxiv:8", "Zebras", DAY_TWO)
                .setStatus(PaperStatus.WITHDRAWN)
                .setLastChange(PaperEventKind.WITHDRAWN)
                .build()));
    try {
      await()
          .atMost(LIMIT)
          .untilAsserted(() -> assertThat(search("kind:withdrawn")).containsExactly("arxiv:8"));
      Expression zebras = expression("zebras OR kind:withdrawn");
      assertThat(catalogue.caught(zebras, LocalDate.of(2026, 6, 1)).papers()).isZero();
    } finally {
      web.publishTombstone("arxiv:8");
      await().atMost(LIMIT).until(() -> catalogue.paper("arxiv:8").isEmpty());
    }
  }

  @Test
  void shouldSetAsideWhatIsNoPaper() {
    String topic = TopicCatalogue.deadLetters(web.papers()).name();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                web.backends().bootstrapServers(),
                "group.id",
                "catalogue-it-dead",
                "auto.offset.reset",
                "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      List<ConsumerRecord<byte[], byte[]>> dead = new ArrayList<>();
      await()
          .atMost(LIMIT)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(dead::add);
                return !dead.isEmpty();
              });
      assertThat(dead).hasSize(1);
      assertThat(web.get("/prometheus").body())
          .contains("paperwire_catalogue_set_aside_total 1.0", "paperwire_catalogue_up 1.0");
      ConsumerRecord<byte[], byte[]> letter = dead.getFirst();
      assertThat(letter.key()).asString(StandardCharsets.UTF_8).isEqualTo("arxiv:6");
      assertThat(letter.value()).asString(StandardCharsets.UTF_8).isEqualTo("no Avro");
      assertThat(letter.headers().lastHeader(DeadLetterHeaders.TOPIC).value())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo(web.papers().name());
      assertThat(letter.headers().lastHeader(DeadLetterHeaders.EXCEPTION).value()).isNotEmpty();

      web.publishTombstone("arxiv:\0");
      await()
          .atMost(LIMIT)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(dead::add);
                return dead.size() > 1;
              });
      assertThat(dead)
          .extracting(each -> each.key()[each.key().length - 1])
          .containsExactly((byte) '6', (byte) 0);
      assertThat(web.get("/health").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void shouldNotWriteWhatAReaderHeldWhosePartitionWasGivenToAnother() {
    Topic<String, EnrichedPaper> topic = web.papers();
    byte[] older =
        topic
            .valueSerde()
            .serializer()
            .serialize(topic.name(), paper("arxiv:4", "First title", DAY_TWO).build());
    byte[] key = "arxiv:4".getBytes(StandardCharsets.UTF_8);
    try (var producer =
        new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer())) {
      PaperBatch paused =
          new PaperBatch(
              UUID.randomUUID(),
              topic,
              web.bean(Jdbi.class),
              new DeadPapers(producer, topic, () -> {}),
              web.bean(Vocabulary.class),
              Duration.ofDays(2));
      assertThatThrownBy(
              () -> paused.write(List.of(new ConsumerRecord<>(topic.name(), 0, 0, key, older))))
          .hasMessageContaining("another instance reads");
    }
    assertThat(catalogue.paper("arxiv:4").orElseThrow().title()).isEqualTo("Second title");
  }

  private List<String> search(String text) {
    Expression interest = expression(text);
    return ids((from, limit) -> catalogue.search(interest, from, limit));
  }

  private static Expression expression(String text) {
    return switch (InterestParser.ofAnyTopic().parse(text)) {
      case Reading.Understood(Expression expression) -> expression;
      case Reading.Refused(var error) -> throw new AssertionError(error.message(text));
    };
  }

  /** All ids of a list, read in pages of one paper. */
  private static List<String> ids(BiFunction<Optional<Cursor>, Integer, PaperPage> list) {
    List<String> ids = new ArrayList<>();
    Optional<Cursor> from = Optional.empty();
    do {
      PaperPage page = list.apply(from, 1);
      page.papers().forEach(paper -> ids.add(paper.id()));
      from = page.next();
    } while (from.isPresent());
    return ids;
  }
}
