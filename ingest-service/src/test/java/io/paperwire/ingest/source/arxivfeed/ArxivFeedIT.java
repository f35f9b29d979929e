package io.paperwire.ingest.source.arxivfeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.ingest.IngestService;
import io.paperwire.ingest.Topics;
import io.paperwire.ingest.publish.DeadLetter;
import io.paperwire.ingest.source.Manners;
import io.paperwire.ingest.source.arxivfeed.Feeds.Item;
import io.paperwire.ingest.upstream.ScriptedUpstream;
import io.paperwire.ingest.upstream.ScriptedUpstream.Answer;
import io.paperwire.ingest.upstream.ScriptedUpstream.Asked;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The feeds against an upstream that behaves as badly as the real one can. */
@UseBackends({Backend.KAFKA, Backend.REGISTRY})
final class ArxivFeedIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration INTERVAL = Duration.ofMillis(200);
  private static final String CL = "/rss/cs.CL";
  private static final String AI = "/rss/cs.AI";

  @SuppressWarnings("NullAway.Init") // set before each test
  private ScriptedUpstream upstream;

  @AutoClose
  @SuppressWarnings("NullAway.Init") // set by each test
  private Topics topics;

  @BeforeEach
  void open() throws IOException {
    upstream = new ScriptedUpstream();
  }

  @AfterEach
  void close() {
    upstream.close();
  }

  private IngestService start(Backends backends, String prefix, String... categories) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("paperwire.ingest.arxiv-feed.enabled", true);
    settings.put("paperwire.ingest.arxiv-feed.categories", List.of(categories));
    settings.put("paperwire.ingest.upstream.contact", "mailto:tests@example.org");
    settings.put("paperwire.ingest.arxiv-feed.base-url", upstream.url() + "/");
    settings.put("paperwire.ingest.arxiv-feed.poll-interval", "200ms");
    settings.put("paperwire.ingest.arxiv.request-interval", INTERVAL.toMillis() + "ms");
    settings.put("paperwire.ingest.takeover-after", "3s");
    settings.put("paperwire.ingest.upstream.timeout", "5s");
    settings.put("paperwire.ingest.upstream.max-bytes", "100000");
    settings.put("paperwire.ingest.upstream.private-hosts", upstream.hostAndPort());
    return IngestService.start(backends, prefix, settings);
  }

  private void awaitAsked(String path, int times) {
    await().atMost(PATIENCE).until(() -> upstream.log(path).size() >= times);
  }

  private void awaitEvents(int count) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions() // until the topics are there
        .until(() -> topics.eventCount() >= count);
  }

  private void assertPolite() {
    Manners.assertGood(upstream, INTERVAL);
  }

  @Test
  void shouldPublishEachPaperOnceOverCategoriesAndPolls(Backends backends) {
    String prefix = "feed-once-";
    topics = Topics.of(backends, prefix);
    Item own = Item.of("2601.20001v1", "new");
    Item other = Item.of("2601.20050v1", "cross");
    Item old = Item.of("2601.08000v1", "cross");
    Item revised = Item.of("2512.00001v10", "replace");
    upstream.answer(
        CL,
        Answer.tagged("\"1\"", Feeds.rss(own, other, old, revised)),
        Answer.tagged("\"1\"", Feeds.rss(own, other, old, revised)),
        Answer.tagged("\"2\"", Feeds.rss(revised, own, Item.of("2601.20060v1", "new"))),
        Answer.tagged("\"3\"", Feeds.rss()));
    upstream.answer(
        AI, Answer.tagged("\"1\"", Feeds.rss(Item.of("2601.20050v1", "new"), own, old)));
    try (IngestService service = start(backends, prefix, "cs.CL", "cs.AI")) {
      awaitAsked(CL, 6); // so what came of the fifth answer is told
      awaitEvents(5);
      assertThat(service.health())
          .contains("\"arxiv-feed\":{\"state\":\"active\"", "\"cs.CL\":\"unchanged at ");
      await()
          .atMost(PATIENCE)
          .until(() -> topics.status("arxiv-feed").orElse("").contains("\"announced\":3"));
      assertThat(topics.status("arxiv-feed").orElseThrow())
          .contains("\"seen\":5", "\"cs.CL\":{\"etag\":\"\\\"");
    }
    assertThat(topics.events().stream().map(event -> event.getPaperId() + " " + event.getKind()))
        .containsExactlyInAnyOrder(
            "arxiv:2601.20001 " + PaperEventKind.ANNOUNCED,
            "arxiv:2601.20050 " + PaperEventKind.ANNOUNCED,
            "arxiv:2601.08000 " + PaperEventKind.CROSS_LISTED,
            "arxiv:2512.00001 " + PaperEventKind.REVISED,
            "arxiv:2601.20060 " + PaperEventKind.ANNOUNCED);
    PaperEvent event =
        topics.events().stream()
            .filter(candidate -> candidate.getPaperId().equals("arxiv:2601.20001"))
            .findFirst()
            .orElseThrow();
    assertThat(event.getSource()).isEqualTo("arxiv-feed");
    assertThat(event.getVersion()).isEqualTo(1);
    assertThat(event.getLinks().getFirst().getUrl()).isEqualTo("https://arxiv.org/abs/2601.20001");
    assertThat(upstream.log(CL).get(0).etag()).isEmpty();
    assertThat(upstream.log(CL).get(1).etag()).hasValue("\"1\"");
    assertPolite();
  }

  @Test
  void shouldComeBackLaterWhenItIsThrottled(Backends backends) {
    String prefix = "feed-throttled-";
    topics = Topics.of(backends, prefix);
    upstream.answer(
        CL,
        Answer.of(403, Map.of()),
        Answer.of(503, Map.of("Retry-After", "10")),
        Answer.of(429, Map.of()),
        Answer.tagged("\"1\"", Feeds.rss(Item.of("2601.20001v1", "new"))));
    try (IngestService service = start(backends, prefix, "cs.CL")) {
      awaitAsked(CL, 2);
      await().atMost(PATIENCE).until(() -> service.health().contains("HTTP 503, asked again at"));
      assertThat(service.health()).contains("\"freshness\":\"broken\"", "\"state\":\"active\"");
      awaitEvents(1);
    }
    List<Asked> log = upstream.log(CL);
    assertThat(log.get(1).nanos() - log.get(0).nanos()).isGreaterThan(150_000_000L);
    assertThat(log.get(2).nanos() - log.get(1).nanos()).isGreaterThan(9_900_000_000L);
    assertThat(log.get(3).nanos() - log.get(2).nanos()).isGreaterThan(750_000_000L);
    assertPolite();
  }

  @Test
  void shouldPublishNothingOfABrokenAnswer(Backends backends) {
    String prefix = "feed-broken-";
    topics = Topics.of(backends, prefix);
    String whole = Feeds.rss(Item.of("2601.20001v1", "new"), Item.of("2601.20002v1", "new"));
    String cut = whole.substring(0, whole.length() * 3 / 4);
    upstream.answer(CL, Answer.dying(whole, whole.length() / 2), Answer.tagged("\"cut\"", cut));
    try (IngestService service = start(backends, prefix, "cs.CL")) {
      await()
          .atMost(PATIENCE)
          .until(() -> service.health().contains("quarantined: no complete XML"));
      awaitAsked(CL, 3);
      assertThat(topics.events()).isEmpty();
      upstream.answer(CL, Answer.of(200, "x".repeat(200_000)), Answer.tagged("\"1\"", whole));
      awaitEvents(2);
    }
    assertThat(topics.events()).hasSize(2);
    Map<String, ConsumerRecord<byte[], byte[]>> letters =
        topics.quarantined().stream()
            .collect(Collectors.toMap(l -> Topics.header(l, DeadLetter.FAULT), l -> l));
    assertThat(letters).containsOnlyKeys("unreadable", "too-large");
    assertThat(letters.get("unreadable"))
        .satisfies(
            letter -> {
              assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo(cut);
              assertThat(Topics.header(letter, DeadLetterHeaders.INPUT))
                  .isEqualTo(upstream.url() + CL);
            });
    assertThat(upstream.log(CL).get(2).etag()).isEmpty(); // never trusts the tag of a broken answer
    assertPolite();
  }

  @Test
  void shouldNotFollowARedirectToAPrivateAddress(Backends backends) throws IOException {
    String prefix = "feed-redirect-";
    topics = Topics.of(backends, prefix);
    try (ScriptedUpstream stranger = new ScriptedUpstream()) {
      stranger.answer(CL, Answer.tagged("\"1\"", Feeds.rss(Item.of("2601.66666v1", "new"))));
      upstream.answer(CL, Answer.of(302, Map.of("Location", stranger.url() + CL)));
      upstream.answer(
          "/elsewhere/cs.CL", Answer.tagged("\"1\"", Feeds.rss(Item.of("2601.20001v1", "new"))));
      try (IngestService service = start(backends, prefix, "cs.CL")) {
        await()
            .atMost(PATIENCE)
            .until(() -> service.health().contains("a private address: not asked"));
        upstream.answer(CL, Answer.of(301, Map.of("Location", "/elsewhere/cs.CL")));
        awaitEvents(1);
      }
      assertThat(stranger.log()).isEmpty();
    }
    assertThat(topics.events().getFirst().getPaperId()).isEqualTo("arxiv:2601.20001");
    assertPolite();
  }

  @Test
  void shouldTellOfAnErrorFeed(Backends backends) {
    String prefix = "feed-error-";
    topics = Topics.of(backends, prefix);
    upstream.answer(
        CL, Answer.of(400, Feeds.rssTitled("Feed error for query: cs.CL", Item.of("x", "new"))));
    try (IngestService service = start(backends, prefix, "cs.CL")) {
      await()
          .atMost(PATIENCE)
          .until(() -> service.health().contains("HTTP 400, Feed error for query: cs.CL"));
    }
    assertThat(topics.events()).isEmpty();
  }
}
