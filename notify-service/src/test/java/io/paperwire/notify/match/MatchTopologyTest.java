package io.paperwire.notify.match;

import static io.paperwire.notify.match.TestRecords.LONG_AGO;
import static io.paperwire.notify.match.TestRecords.author;
import static io.paperwire.notify.match.TestRecords.interest;
import static io.paperwire.notify.match.TestRecords.paper;
import static io.paperwire.notify.match.TestRecords.subscriber;
import static io.paperwire.notify.match.TestRecords.tag;
import static io.paperwire.notify.match.TestRecords.trend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.DigestItem;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.InterestKind;
import io.paperwire.schemas.Reason;
import io.paperwire.schemas.ReasonKind;
import io.paperwire.schemas.TopicStanding;
import io.paperwire.schemas.TopicTag;
import io.paperwire.schemas.Trend;
import io.paperwire.schemas.TrendState;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MatchTopologyTest {

  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration SOON = Duration.ofMillis(50);
  private static final Duration ROUND = MatchHarness.SETTINGS.round();

  private final MatchHarness match = new MatchHarness(START);

  @AfterEach
  void close() {
    match.close();
  }

  @Test
  void shouldBeTheTopologyOfTheGoldenFile() throws IOException {
    TopicCatalogue topics = TopicCatalogue.of(RegistrySettings.at("mock://golden"));

    String description =
        MatchHarness.stream(MatchHarness.SETTINGS, topics, () -> 0)
            .topology()
            .describe()
            .toString();

    assertThat(description).isEqualTo(golden());
  }

  private static String golden() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(MatchTopologyTest.class.getResourceAsStream("topology.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void shouldTellAtOnceWhatMatchesAndWhy() {
    TopicTag topic =
        tag("retrieval-augmented-generation", "Retrieval-augmented generation", 0.8, "RAG");
    TopicStanding place =
        new TopicStanding("retrieval-augmented-generation", "Retrieval-augmented generation", 2);
    match.subscribe(
        subscriber("s-1", Cadence.INSTANT, "knowledge graph")
            .setInterests(
                List.of(
                    interest("i-1", InterestKind.PHRASE, "knowledge graph"),
                    interest("i-2", InterestKind.TOPIC, "large-language-models"),
                    interest("i-3", InterestKind.AUTHOR, "J. Müller"),
                    interest("i-4", InterestKind.PHRASE, "protein folding"))));
    match.publish(
        paper("arxiv:2603.00001", "RAG over Knowledge Graphs", START.minusSeconds(5))
            .setAbstractText("We ask a knowledge-graph.")
            .setAuthors(List.of(author("Ada Lovelace"), author("Jörg Mueller")))
            .setTopics(List.of(topic))
            .setPublishedAt(START.minusSeconds(60))
            .setSummary("We ask a graph.")
            .setStandings(List.of(place))
            .setTrend(trend(20, START)));
    match.advance(ROUND);

    List<Digest> digests = match.digests();
    assertThat(digests).hasSize(1);
    Digest digest = digests.getFirst();
    assertThat(digest.getDigestId()).matches("[0-9a-f]{32}");
    assertThat(digest.getSubscriberId()).isEqualTo("s-1");
    assertThat(digest.getCadence()).isEqualTo(Cadence.INSTANT);
    assertThat(digest.getWindowStart()).isEqualTo(LONG_AGO);
    assertThat(digest.getWindowEnd()).isEqualTo(START);
    assertThat(digest.getZone()).isEqualTo("Europe/Berlin");
    assertThat(digest.getItems()).hasSize(1);
    DigestItem item = digest.getItems().getFirst();
    assertThat(item.getScore()).isBetween(0.92, 0.93);
    assertThat(item)
        .isEqualTo(
            DigestItem.newBuilder()
                .setPaperId("arxiv:2603.00001")
                .setTitle("RAG over Knowledge Graphs")
                .setAbstractText("We ask a knowledge-graph.")
                .setSummary("We ask a graph.")
                .setStandings(List.of(place))
                .setAuthors(List.of("Ada Lovelace", "Jörg Mueller"))
                .setTopics(List.of(topic))
                .setPublishedAt(START.minusSeconds(60))
                .setFirstSeenAt(START.minusSeconds(5))
                .setUrl("https://papers.example/arxiv:2603.00001")
                .setVotes(20)
                .setScore(item.getScore())
                .setReasons(
                    List.of(
                        new Reason(
                            ReasonKind.PHRASE, "i-1", "knowledge graph", "Knowledge Graphs", 0.9),
                        new Reason(
                            ReasonKind.TOPIC,
                            "i-2",
                            "Large language models",
                            "Retrieval-augmented generation (RAG)",
                            0.8),
                        new Reason(ReasonKind.AUTHOR, "i-3", "J. Müller", "Jörg Mueller", 0.6)))
                .build());
  }

  @Test
  void shouldSayOfWhatIsTrendingThatItIsBesideWhyItMatches() {
    Trend trend = new Trend(20L, 10.0, START, TrendState.TRENDING);
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.publish(
        paper("p-trending", "Graph networks", START)
            .setTrend(trend)
            .setTrendingUntil(START.plus(Duration.ofDays(2))));
    match.publish(
        paper("p-over", "Graph transformers", START)
            .setTrend(trend)
            .setTrendingUntil(START.plusSeconds(60)));
    match.publish(
        paper("p-other", "Protein folding", START)
            .setTrend(trend)
            .setTrendingUntil(START.plus(Duration.ofDays(2))));
    match.advance(Duration.ofDays(1));

    List<DigestItem> items = match.digests().getFirst().getItems();
    assertThat(items)
        .extracting(DigestItem::getPaperId)
        .containsExactlyInAnyOrder("p-trending", "p-over");
    for (DigestItem item : items) {
      boolean trending = item.getPaperId().equals("p-trending");
      assertThat(item.getReasons())
          .extracting(Reason::getKind)
          .containsExactlyElementsOf(
              trending ? List.of(ReasonKind.PHRASE, ReasonKind.TREND) : List.of(ReasonKind.PHRASE));
    }
  }

  @Test
  void shouldTellNothingToThoseWhoWantSomethingElse() {
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "protein folding"));
    match.publish(paper("p-1", "Graph neural networks", START));
    match.advance(ROUND);

    assertThat(match.digests()).isEmpty();
    assertThat(match.entries("papers")).isZero();
  }

  @Test
  void shouldTellEachSubscriberWhatMatchesTheirOwnInterests() {
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "graph"));
    match.subscribe(subscriber("s-2", Cadence.INSTANT, "protein"));
    match.subscribe(subscriber("s-3", Cadence.INSTANT, "graphs"));
    match.publish(paper("p-1", "Graph neural networks", START));
    match.advance(ROUND);

    assertThat(match.digests())
        .extracting(Digest::getSubscriberId)
        .containsExactlyInAnyOrder("s-1", "s-3");
  }

  @Test
  void shouldPutWhatComesTogetherIntoOneDigestBestFirst() {
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "graph"));
    match.publish(paper("p-weak", "Networks", START).setAbstractText("On a graph."));
    match.publish(paper("p-strong", "Graph networks", START));
    match.advance(ROUND);
    match.publish(paper("p-next", "More graphs", match.now()));
    match.advance(ROUND);

    assertThat(match.digestedPapers())
        .containsExactly(List.of("p-strong", "p-weak"), List.of("p-next"));
  }

  @Test
  void shouldSendWhatExceedsOneDigestInTheNextRound() {
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "graph"));
    for (int i = 0; i < 7; i++) {
      match.publish(paper("p-" + i, "Graph " + i, START.minusSeconds(i)));
    }
    match.advance(ROUND);

    assertThat(match.digestedPapers())
        .containsExactly(
            List.of("p-0", "p-1", "p-2"), List.of("p-3", "p-4", "p-5"), List.of("p-6"));
  }

  @Test
  void shouldMakeNoMoreDigestsInOneRoundThanItMay() {
    MatchSettings two =
        new MatchSettings(
            1,
            ROUND,
            2,
            MatchHarness.SETTINGS.limits(),
            Duration.ofMinutes(15),
            MatchHarness.SETTINGS.memory(),
            MatchHarness.SETTINGS.halfLife());
    try (MatchHarness bounded = new MatchHarness(START, two)) {
      for (int i = 0; i < 5; i++) {
        bounded.subscribe(subscriber("s-" + i, Cadence.INSTANT, "graph"));
      }
      bounded.publish(paper("p-1", "Graph networks", START));

      bounded.advance(ROUND);
      assertThat(bounded.digests()).hasSize(2);
      bounded.advance(SOON);
      assertThat(bounded.digests()).hasSize(2);
      bounded.advance(SOON);
      assertThat(bounded.digests()).hasSize(1);
      bounded.advance(ROUND);
      assertThat(bounded.digests()).isEmpty();
    }
  }

  @Test
  void shouldPointToThePaperByItsDoiWhereNoLinkIsKnown() {
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "graph"));
    match.publish(
        paper("doi:10.1/x", "Graph networks", START).setLinks(List.of()).setDoi("10.1/x"));
    match.publish(paper("local:1", "Graph theory", START).setLinks(List.of()));
    match.advance(ROUND);

    assertThat(match.digests().getFirst().getItems())
        .extracting(DigestItem::getPaperId, DigestItem::getUrl)
        .containsExactlyInAnyOrder(
            tuple("doi:10.1/x", "https://doi.org/10.1/x"), tuple("local:1", ""));
  }

  @Test
  void shouldCutWhatNoDigestCouldCarry() {
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "graph"));
    EnrichedPaper.Builder huge =
        paper("p-1", "Graph " + "x".repeat(5_000), START).setAbstractText("🙂".repeat(50_000));
    match.publish(huge);
    match.advance(ROUND);

    DigestItem item = match.digests().getFirst().getItems().getFirst();
    assertThat(item.getTitle()).hasSize(2_001).endsWith("x…");
    assertThat(item.getAbstractText()).hasSize(20_001).endsWith("🙂…");
  }
}
