package io.paperwire.enrich.topology;

import static io.paperwire.enrich.topology.TestStream.MORNING;
import static io.paperwire.enrich.topology.TestStream.RAG;
import static io.paperwire.enrich.topology.TestStream.announced;
import static io.paperwire.enrich.topology.TestStream.votes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.paperwire.embedding.EmbeddedText;
import io.paperwire.embedding.TextHash;
import io.paperwire.enrich.dossier.Dossier;
import io.paperwire.enrich.trend.Attention;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEmbedding;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.PaperKind;
import io.paperwire.schemas.PaperSignal;
import io.paperwire.schemas.PaperStanding;
import io.paperwire.schemas.PaperStatus;
import io.paperwire.schemas.PaperSummary;
import io.paperwire.schemas.PaperVector;
import io.paperwire.schemas.PredictedCategory;
import io.paperwire.schemas.TopicStanding;
import io.paperwire.schemas.TopicTag;
import io.paperwire.schemas.TrendState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnrichTopologyTest {

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // set by start
  private TestStream stream;

  @BeforeEach
  void start() {
    stream = new TestStream(folder);
  }

  @AfterEach
  void stop() {
    stream.close();
  }

  @Test
  void shouldMakeARecordOfTheFirstEvent() {
    stream.send(announced().build());

    List<EnrichedPaper> papers = stream.papers();
    assertThat(papers).hasSize(1);
    EnrichedPaper paper = papers.getFirst();
    assertThat(paper.getPaperId()).isEqualTo("arxiv:2401.01234");
    assertThat(paper.getTitle()).isEqualTo(RAG);
    assertThat(paper.getStatus()).isEqualTo(PaperStatus.ACTIVE);
    assertThat(paper.getFirstSeenAt()).isEqualTo(MORNING);
    assertThat(paper.getTopics())
        .extracting(TopicTag::getTopic)
        .containsExactly("retrieval-augmented-generation");
    assertThat(paper.getKind()).isEqualTo(PaperKind.METHOD);
    assertThat(paper.getTrend().getState()).isEqualTo(TrendState.QUIET);
    assertThat(paper.getTrend().getAsOf()).isEqualTo(MORNING);
  }

  @Test
  void shouldPredictCategoriesOnlyWhereNoSourceGivesOneOfArxiv() {
    String title = "A survey of machine translation";
    stream.send(announced().setTitle(title).setCategories(List.of("cell biology")).build());
    stream.send(announced().setVersion(2).setTitle(title).setCategories(List.of("cs.LG")).build());

    List<EnrichedPaper> papers = stream.papers();
    assertThat(papers).extracting(EnrichedPaper::getKind).containsOnly(PaperKind.SURVEY);
    PredictedCategory likely = papers.getFirst().getPredictedCategories().getFirst();
    assertThat(likely.getCategory()).isEqualTo("cs.CL");
    assertThat(likely.getScore()).isBetween(0.3, 1.0);
    assertThat(papers.getLast().getPredictedCategories()).isEmpty();
    assertThat(papers.getLast().getCategories()).containsExactly("cs.LG");
  }

  @Test
  void shouldHandOnTheMarkOfABacklog() {
    stream.sendBacklog(announced().build());
    stream.send(announced().setPaperId("arxiv:2401.09999").build());

    assertThat(stream.backlogMarks()).containsExactly(true, false);
  }

  @Test
  void shouldWriteNothingForWhatIsKnownAlready() {
    stream.send(announced().build());
    stream.send(announced().build());
    stream.send(announced().setVersion(null).setTitle("An older title").build());

    assertThat(stream.papers()).hasSize(1);
  }

  @Test
  void shouldMergeWhatSeveralSourcesSay() {
    stream.send(announced().build());
    stream.send(
        announced()
            .setSource("crossref")
            .setKind(PaperEventKind.PUBLISHED)
            .setVersion(null)
            .setTitle("RETRIEVAL-AUGMENTED GENERATION AT SEA")
            .setJournalRef("Journal of Waves 1 (2026)")
            .setObservedAt(MORNING.minus(Duration.ofDays(1)))
            .build());

    EnrichedPaper paper = stream.papers().getLast();
    assertThat(paper.getTitle()).isEqualTo(RAG);
    assertThat(paper.getStatus()).isEqualTo(PaperStatus.PUBLISHED);
    assertThat(paper.getJournalRef()).isEqualTo("Journal of Waves 1 (2026)");
    assertThat(paper.getFirstSeenAt()).isEqualTo(MORNING.minus(Duration.ofDays(1)));
    assertThat(paper.getSources()).hasSize(2);
  }

  @Test
  void shouldFollowThePaperThroughItsVersionsAndItsWithdrawal() {
    stream.send(announced().build());
    stream.send(
        announced().setVersion(2).setKind(PaperEventKind.REVISED).setTitle("Better").build());
    stream.send(announced().setVersion(3).setKind(PaperEventKind.WITHDRAWN).build());

    assertThat(stream.papers())
        .extracting(EnrichedPaper::getStatus)
        .containsExactly(PaperStatus.ACTIVE, PaperStatus.ACTIVE, PaperStatus.WITHDRAWN);
  }

  @Test
  void shouldCountSignalsAndTellATrend() {
    stream.send(announced().build());
    stream.send(votes(4));
    stream.send(votes(8));

    List<EnrichedPaper> papers = stream.papers();
    assertThat(papers)
        .extracting(paper -> paper.getTrend().getVotes())
        .containsExactly(0L, 4L, 12L);
    assertThat(papers.getLast().getTrend().getState()).isEqualTo(TrendState.TRENDING);
  }

  @Test
  void shouldCountASignalOfTheFutureForWhenItWasWritten() {
    stream.send(announced().build());
    stream.send(
        PaperSignal.newBuilder(votes(20)).setAt(Instant.parse("2062-03-02T08:00:00Z")).build(),
        MORNING);

    EnrichedPaper paper = stream.papers().getLast();
    assertThat(paper.getTrend().getState()).isEqualTo(TrendState.TRENDING);
    assertThat(paper.getTrend().getAsOf()).isEqualTo("2026-03-03T00:00:00Z");
    assertThat(paper.getTrendingUntil()).isBefore("2026-03-10T00:00:00Z");
  }

  @Test
  void shouldHealWhatWasStoredOfTheFuture() {
    long hour = Duration.ofHours(1).toMillis();
    long in2062 = Instant.parse("2062-03-02T08:00:00Z").toEpochMilli() / hour;
    Attention attention = new Attention(20, new TreeMap<>(Map.of(in2062, 20L)));
    stream.store(
        "arxiv:2401.01234",
        new Dossier(
            List.of(announced().build()),
            Optional.of(MORNING),
            attention,
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>(),
            Optional.empty()));
    stream.send(votes(1), MORNING);

    EnrichedPaper paper = stream.papers().getLast();
    assertThat(paper.getTrend().getVotes()).isEqualTo(20);
    assertThat(paper.getTrend().getAsOf()).isEqualTo("2026-03-03T00:00:00Z");
  }

  @Test
  void shouldTakeTheVectorOfThePapersTextIntoASecondRecord() {
    stream.send(announced().build());
    PaperEmbedding embedding = embedding(TestStream.MODEL.version(), stream.papers().getFirst());
    stream.send(embedding);
    stream.send(embedding);

    assertThat(stream.papers())
        .extracting(EnrichedPaper::getVector)
        .containsExactly(embedding.getVector());
  }

  @Test
  void shouldRefuseTheVectorOfAnotherModelOrOfATextThatThePaperNoLongerHas() {
    stream.send(announced().build());
    EnrichedPaper first = stream.papers().getFirst();
    stream.send(embedding("0.8", first));
    stream.send(announced().setVersion(2).setTitle("Another title").build());
    stream.send(embedding(TestStream.MODEL.version(), first));

    assertThat(stream.papers())
        .extracting(EnrichedPaper::getTitle, EnrichedPaper::getVector)
        .containsExactly(tuple("Another title", null));
  }

  @Test
  void shouldDropTheVectorWithTheTextAndTakeItBackWithTheText() {
    stream.send(announced().build());
    PaperEmbedding embedding = embedding(TestStream.MODEL.version(), stream.papers().getFirst());
    stream.send(embedding);
    stream.send(announced().setVersion(2).setTitle("Another title").build());
    stream.send(announced().setVersion(3).build());

    assertThat(stream.papers())
        .extracting(EnrichedPaper::getVector)
        .containsExactly(embedding.getVector(), null, embedding.getVector());
  }

  @Test
  void shouldTakeThePlacesWithinThePapersTopicsAndNoOthers() {
    stream.send(announced().build());
    stream.send(standing("retrieval-augmented-generation", 3));
    stream.send(standing("retrieval-augmented-generation", 3));
    stream.send(standing("galaxies", 1));
    stream.send(standing("retrieval-augmented-generation", 0));

    assertThat(stream.papers())
        .extracting(EnrichedPaper::getStandings)
        .containsExactly(
            List.of(),
            List.of(
                new TopicStanding(
                    "retrieval-augmented-generation", "Retrieval-augmented generation", 3)),
            List.of());
  }

  @Test
  void shouldTakeAWrittenSummaryOfThePapersTextAndGoBackToTheAbstractsOwnWithAnother() {
    stream.send(announced().setAbstractText("We present waves.").build());
    String hash = TextHash.of(EmbeddedText.ofPaper(RAG, "We present waves."));
    stream.send(new PaperSummary("arxiv:2401.01234", "another text", "llm", "Not this."));
    stream.send(new PaperSummary("arxiv:2401.01234", hash, "llm", "Waves retrieve."));
    stream.send(announced().setVersion(2).setAbstractText("We present tides.").build());

    assertThat(stream.papers())
        .extracting(EnrichedPaper::getSummary, EnrichedPaper::getSummaryModel)
        .containsExactly(
            tuple("We present waves.", null),
            tuple("Waves retrieve.", "llm"),
            tuple("We present tides.", null));
  }

  private static PaperStanding standing(String topic, int place) {
    return new PaperStanding("arxiv:2401.01234", topic, place);
  }

  private static PaperEmbedding embedding(String version, EnrichedPaper paper) {
    String text =
        EmbeddedText.ofPaper(
            paper.getTitle(), Optional.ofNullable(paper.getAbstractText()).orElse(""));
    return new PaperEmbedding(
        paper.getPaperId(),
        TextHash.of(text),
        new PaperVector(
            TestStream.MODEL.name(), version, 0.5f, ByteBuffer.wrap(new byte[] {1, 2})));
  }

  @Test
  void shouldKeepSignalsUntilTheirPaperComes() {
    stream.send(votes(4));
    assertThat(stream.papers()).isEmpty();

    stream.send(announced().build());
    assertThat(stream.papers())
        .extracting(paper -> paper.getTrend().getVotes())
        .containsExactly(4L);
  }

  @Test
  void shouldForgetAttentionThatNoLongerCountsAndKeepTheVotes() {
    for (int day = 0; day < 200; day++) {
      Instant at = MORNING.plus(Duration.ofDays(day));
      stream.send(PaperSignal.newBuilder(votes(1)).setAt(at).build());
    }

    Attention attention = stream.known("arxiv:2401.01234").attention();
    assertThat(attention.votes()).isEqualTo(200);
    assertThat(attention.byHour()).as("forty half-lives of two days, and the newest").hasSize(81);
  }

  /** What a change does to the stream shows in this file. A changed stream needs a new group. */
  @Test
  void shouldHaveTheTopologyThatIsOnRecord() throws IOException {
    String expected = Files.readString(Path.of("src/test/resources/topology.txt"));

    assertThat(stream.definition.topology().describe().toString().strip())
        .isEqualTo(expected.strip());
  }

  @Test
  void shouldNameEachTopicThatHasToBeThere() {
    assertThat(stream.definition.topics())
        .extracting(topic -> topic.name())
        .containsExactly(
            "paper-events",
            "paper-signals",
            "paper-vectors",
            "paper-standings",
            "paper-summaries",
            "enriched-papers",
            "paper-events.dlq",
            "paper-signals.dlq",
            "paper-vectors.dlq",
            "paper-standings.dlq",
            "paper-summaries.dlq");
  }
}
