package io.paperwire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.ingest.IngestService;
import io.paperwire.ingest.Topics;
import io.paperwire.ingest.source.arxivapi.QueryPages;
import io.paperwire.ingest.source.arxivfeed.Feeds;
import io.paperwire.ingest.source.arxivoai.OaiPages;
import io.paperwire.ingest.source.pubmed.PubmedAnswers;
import io.paperwire.ingest.upstream.ScriptedUpstream;
import io.paperwire.ingest.upstream.ScriptedUpstream.Answer;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every source against an upstream that throttles, lies about totals, repeats pages, changes their
 * order, returns empty ones and dies in the middle of an answer, read by two instances: arXiv's
 * feeds by one, its OAI server and API by the other.
 */
@UseBackends({Backend.KAFKA, Backend.REGISTRY})
final class BadUpstreamsIT {

  private static final String PREFIX = "bad-upstreams-";
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration INTERVAL = Duration.ofMillis(150);

  private static final String OLD = "2019-05-05";
  private static final String OLD_MAIL_DATE = "Sun, 5 May 2019 12:00:00 GMT";

  private static final Answer THROTTLED = Answer.of(429, Map.of("Retry-After", "1"));
  private static final Answer BUSY = Answer.of(503, Map.of("Retry-After", "1"));
  private static final Answer FORBIDDEN = Answer.of(403, Map.of());
  private static final Answer ERROR_PAGE = Answer.ok("<html><body>Bad gateway</body></html>");

  private final ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
  private final String today = LocalDate.from(now).toString();
  private final String stamp = today + "T00:00:00Z";
  private final String mailDate = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.minusMinutes(1));
  private final Map<String, ScriptedUpstream> upstreams = new LinkedHashMap<>();
  private final List<String> expected = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    for (String name :
        List.of(
            "arxiv",
            "hugging-face",
            "biorxiv",
            "openalex",
            "crossref",
            "semantic-scholar",
            "pubmed",
            "feeds")) {
      upstreams.put(name, new ScriptedUpstream());
    }
  }

  @AfterEach
  void close() {
    upstreams.values().forEach(ScriptedUpstream::close);
  }

  private ScriptedUpstream upstream(String name) {
    ScriptedUpstream upstream = upstreams.get(name);
    assertThat(upstream).isNotNull();
    return upstream;
  }

  private static Answer dying(String whole) {
    return Answer.dying(whole, whole.length() * 2 / 3);
  }

  private static Answer cut(String whole) {
    return Answer.ok(whole.substring(0, whole.length() * 2 / 3));
  }

  private void expect(String source, String... events) {
    Stream.of(events).map(event -> source + " " + event).forEach(expected::add);
  }

  @Test
  void shouldTellEachPaperOnceAndAskPolitely(Backends backends) throws Exception {
    Topics topics = Topics.of(backends, PREFIX);
    script();
    try (IngestService first = start(backends, "first", "arxiv-feed", "biorxiv", "crossref");
        IngestService second =
            start(
                backends,
                "second",
                "arxiv-oai",
                "arxiv-api",
                "hugging-face",
                "openalex",
                "semantic-scholar",
                "pubmed",
                "feeds")) {
      await().atMost(PATIENCE).until(() -> upstreams.values().stream().allMatch(this::isPlayed));
      await()
          .atMost(PATIENCE)
          .ignoreExceptions() // until the topics are there
          .until(() -> topics.events().size() >= expected.size() && topics.signals().size() >= 4);
      assertThat(first.health()).contains("\"status\":\"UP\"");
      assertThat(second.health()).contains("\"status\":\"UP\"");
      assertThat(first.get("/prometheus").body())
          .contains("paperwire_source_announced{source=\"crossref\"} 201.0")
          .contains("paperwire_source_seen{source=\"crossref\"} 204.0")
          .contains("paperwire_source_freshness{source=\"crossref\",state=\"fresh\"} 1.0")
          .contains("paperwire_source_freshness{source=\"crossref\",state=\"late\"} 0.0")
          .contains("paperwire_source_active{source=\"crossref\"} 1.0");
    }
    assertThat(topics.events().stream().map(BadUpstreamsIT::words))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(
            topics.signals().stream()
                .map(
                    signal ->
                        signal.getPaperId() + " " + signal.getKind() + " " + signal.getCount()))
        .containsExactlyInAnyOrder(
            "arxiv:2606.40001 UPVOTE 5",
            "arxiv:2606.40002 UPVOTE 5",
            "arxiv:2606.40001 UPVOTE 2",
            "arxiv:2606.50001 CITATION 3");
    upstreams.values().forEach(upstream -> Manners.assertGood(upstream, INTERVAL));
  }

  /** What is left has been given some times over, in further rounds. */
  private boolean isPlayed(ScriptedUpstream upstream) {
    Answer last = upstream.log().isEmpty() ? THROTTLED : upstream.log().getLast().answer();
    return upstream.isPlayed()
        && upstream.log().stream().filter(asked -> asked.answer().equals(last)).count() >= 3;
  }

  private static String words(PaperEvent event) {
    return event.getSource() + " " + event.getPaperId() + " " + event.getKind();
  }

  private IngestService start(Backends backends, String instance, String... sources) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("paperwire.ingest.instance", instance);
    settings.put("paperwire.ingest.upstream.contact", "mailto:tests@example.org");
    settings.put("paperwire.ingest.upstream.timeout", "5s");
    settings.put(
        "paperwire.ingest.upstream.private-hosts",
        upstreams.values().stream().map(ScriptedUpstream::hostAndPort).toList());
    settings.put("paperwire.ingest.arxiv.request-interval", INTERVAL.toMillis() + "ms");
    for (String source : sources) {
      String prefix = "paperwire.ingest." + source + ".";
      String owner = source.startsWith("arxiv") ? "arxiv" : source;
      settings.put(prefix + "enabled", true);
      settings.put(prefix + "base-url", upstream(owner).url());
      settings.put(prefix + "poll-interval", "400ms");
      settings.put(prefix + "request-interval", INTERVAL.toMillis() + "ms");
      settings.put(prefix + "lookback", "1d");
    }
    settings.put("paperwire.ingest.arxiv-oai.base-url", upstream("arxiv").url() + "/oai");
    settings.put("paperwire.ingest.arxiv-feed.categories", "cs.CL");
    settings.put("paperwire.ingest.arxiv-api.categories", "cs.CL");
    settings.put("paperwire.ingest.hugging-face.days", 1);
    settings.put("paperwire.ingest.biorxiv.servers", "biorxiv");
    settings.put("paperwire.ingest.openalex.filter", "type:preprint");
    settings.put("paperwire.ingest.semantic-scholar.query", "bert");
    settings.put("paperwire.ingest.semantic-scholar.lookback", "365d");
    settings.put("paperwire.ingest.pubmed.query", "water");
    settings.put("paperwire.ingest.feeds.urls", upstream("feeds").url() + "/feed");
    return IngestService.start(backends, PREFIX, settings);
  }

  private void script() {
    scriptArxivFeed();
    scriptArxivOai();
    scriptArxivApi();
    scriptHuggingFace();
    scriptBiorxiv();
    scriptOpenAlex();
    scriptCrossref();
    scriptSemanticScholar();
    scriptPubmed();
    scriptFeeds();
  }

  private void scriptArxivFeed() {
    Feeds.Item own = Feeds.Item.of("2601.20001v1", "new");
    Feeds.Item crossed = Feeds.Item.of("2601.20050v1", "cross");
    Feeds.Item old = Feeds.Item.of("2601.08000v1", "cross");
    Feeds.Item revised = Feeds.Item.of("2512.00001v10", "replace");
    Feeds.Item later = Feeds.Item.of("2601.20060v1", "new");
    String day = Feeds.rss(own, crossed, old, revised, later);
    String turned = Feeds.rss(revised, old, later, crossed, own);
    upstream("arxiv")
        .answer(
            "/rss/cs.CL",
            FORBIDDEN,
            dying(day),
            cut(day),
            Answer.tagged("\"1\"", day),
            Answer.tagged("\"2\"", turned),
            Answer.tagged("\"3\"", Feeds.rss()),
            Answer.tagged("\"4\"", day));
    expect(
        "arxiv-feed",
        "arxiv:2601.20001 ANNOUNCED",
        "arxiv:2601.20050 ANNOUNCED",
        "arxiv:2601.20060 ANNOUNCED",
        "arxiv:2601.08000 CROSS_LISTED",
        "arxiv:2512.00001 REVISED");
  }

  private void scriptArxivOai() {
    OaiPages.Rec first = OaiPages.Rec.of("2606.10001", mailDate);
    OaiPages.Rec second = OaiPages.Rec.of("hep-th/9901001", OLD_MAIL_DATE, mailDate);
    OaiPages.Rec touched = OaiPages.Rec.of("1905.00001", OLD_MAIL_DATE);
    OaiPages.Rec third = OaiPages.Rec.of("2606.10003", mailDate);
    String one = OaiPages.page(OaiPages.records(first, touched), "t1");
    String two =
        OaiPages.page(OaiPages.deleted("2606.10009") + OaiPages.records(second, first), "t2");
    String last = OaiPages.last(third, second, first);
    upstream("arxiv")
        .answer(
            "/oai",
            BUSY,
            Answer.ok(one),
            dying(two),
            cut(two),
            Answer.ok(OaiPages.error("badResumptionToken")),
            Answer.ok(one),
            Answer.ok(two),
            Answer.ok(last),
            Answer.ok(OaiPages.error("noRecordsMatch")),
            Answer.ok(last));
    expect(
        "arxiv-oai",
        "arxiv:2606.10001 ANNOUNCED",
        "arxiv:hep-th/9901001 REVISED",
        "arxiv:2606.10003 ANNOUNCED");
  }

  private void scriptArxivApi() {
    String first = QueryPages.entry("2606.30001v1", stamp, stamp);
    String second = QueryPages.entry("2606.30002v1", stamp, stamp);
    String third = QueryPages.entry("1905.30003v3", OLD + "T00:00:00Z", stamp);
    String beginning = QueryPages.page(3, first, second);
    String end = QueryPages.page(3, third);
    upstream("arxiv")
        .answer(
            "/api/query",
            FORBIDDEN,
            Answer.ok(QueryPages.page(3)),
            Answer.ok(beginning),
            dying(end),
            Answer.ok(QueryPages.page(3)),
            Answer.ok(end),
            Answer.ok(QueryPages.page(3, third, second, first)));
    expect(
        "arxiv-api",
        "arxiv:2606.30001 ANNOUNCED",
        "arxiv:2606.30002 ANNOUNCED",
        "arxiv:1905.30003 REVISED");
  }

  private void scriptHuggingFace() {
    String list = Works.daily(5, "2606.40001", "2606.40002");
    upstream("hugging-face")
        .answerAll(
            THROTTLED,
            dying(list),
            Answer.ok(list),
            Answer.ok(Works.daily(5, "2606.40002", "2606.40001")),
            Answer.ok("[]"),
            ERROR_PAGE,
            Answer.ok(Works.daily(7, "2606.40001")),
            Answer.ok(Works.daily(7, "2606.40001")));
    expect("hugging-face", "arxiv:2606.40001 ANNOUNCED", "arxiv:2606.40002 ANNOUNCED");
  }

  private void scriptBiorxiv() {
    String unpadded = "%d-%d-%d".formatted(now.getYear(), now.getMonthValue(), now.getDayOfMonth());
    String first = Works.biorxiv("\"250\"", unpadded, "a 1 new", "b 2 new");
    String second = Works.biorxiv("250", today, "b 2 new", "a 1 new", "c 1 new", "d 2 WITHDRAWN");
    upstream("biorxiv")
        .answerAll(
            BUSY,
            Answer.ok(first),
            dying(second),
            Answer.ok(Works.biorxiv("250", today)),
            Answer.ok(second),
            Answer.ok(Works.biorxivEnd()),
            Answer.ok(second),
            Answer.ok(Works.biorxivEnd()));
    expect(
        "biorxiv",
        "doi:10.1101/a ANNOUNCED",
        "doi:10.1101/b REVISED",
        "doi:10.1101/c ANNOUNCED",
        "doi:10.1101/d WITHDRAWN");
  }

  private void scriptOpenAlex() {
    String first = Works.openAlex(9, "c2", today, "w1", "w2");
    String second = Works.openAlex(9, "", today + "T01:02:03.123456", "w3", "w1");
    String touched = Works.openAlex(9, "", OLD, "w4");
    upstream("openalex")
        .answerAll(
            THROTTLED,
            cut(first),
            Answer.ok(first),
            dying(second),
            Answer.ok(second),
            Answer.ok(Works.openAlex(9, "c3", today)),
            Answer.ok(touched),
            Answer.ok(Works.openAlex(9, "", today, "w2", "w3", "w1")));
    expect(
        "openalex",
        "doi:10.1234/w1 ANNOUNCED",
        "doi:10.1234/w2 ANNOUNCED",
        "doi:10.1234/w3 ANNOUNCED");
  }

  private void scriptCrossref() {
    List<String> full = Works.names("p", 1, 200);
    String first = Works.crossref("c2", today, full);
    String second = Works.crossref("c3", today, List.of("p200", "p201", "p7"));
    upstream("crossref")
        .answerAll(
            THROTTLED,
            Answer.ok(first),
            Answer.of(404, "an expired cursor"),
            Answer.ok(first),
            dying(second),
            Answer.ok(second),
            Answer.ok(Works.crossref("c4", OLD, Works.names("old", 1, 3))),
            ERROR_PAGE,
            Answer.ok(Works.crossref("c5", today, full.reversed())),
            Answer.ok(Works.crossref("c6", today, List.of())));
    expect(
        "crossref",
        Works.names("doi:10.31234/p", 1, 201).stream()
            .map(id -> id + " ANNOUNCED")
            .toArray(String[]::new));
  }

  private void scriptSemanticScholar() {
    upstream("semantic-scholar")
        .answerAll(
            THROTTLED,
            Answer.ok(Works.citations(10, "t", "2606.50001")),
            dying(Works.citations(4, "", "2606.50002")),
            Answer.ok(Works.citations(4, "", "2606.50002")),
            Answer.ok(Works.citations(4, "t", "2606.50002")),
            Answer.ok(Works.citations(0, "")),
            Answer.ok(Works.citations(13, "", "2606.50001")),
            Answer.ok(Works.citations(13, "", "2606.50001")));
  }

  private void scriptPubmed() {
    String day = "%d-%d-%d".formatted(now.getYear(), now.getMonthValue(), now.getDayOfMonth());
    String first = PubmedAnswers.article("42286391", "10.7777/a", day);
    String second = PubmedAnswers.article("42286392", "10.7777/b", day);
    String touched = PubmedAnswers.article("12286392", "10.7777/old", OLD);
    String found = PubmedAnswers.found(2, "42286391", "42286392");
    String articles = PubmedAnswers.articles(first, second);
    upstream("pubmed")
        .answer(
            "/esearch.fcgi",
            Answer.of(429, "{\"error\":\"API rate limit exceeded\",\"count\":\"4\"}"),
            Answer.ok(PubmedAnswers.found(2)),
            dying(found),
            Answer.ok(found),
            Answer.ok(PubmedAnswers.found(2, "42286392", "42286391")));
    upstream("pubmed")
        .answer(
            "/efetch.fcgi",
            BUSY,
            dying(articles),
            cut(articles),
            Answer.ok(PubmedAnswers.articles()),
            Answer.ok(articles),
            Answer.ok(PubmedAnswers.articles(second, touched, first)));
    expect("pubmed", "doi:10.7777/a ANNOUNCED", "doi:10.7777/b ANNOUNCED");
  }

  private void scriptFeeds() {
    String whole = Works.feed("f1", "f2");
    upstream("feeds")
        .answerAll(
            BUSY,
            dying(whole),
            ERROR_PAGE,
            Answer.tagged("\"1\"", whole),
            Answer.tagged("\"2\"", Works.feed("f2", "f3", "f1")),
            Answer.tagged("\"3\"", Works.feed()),
            Answer.tagged("\"4\"", whole));
    expect(
        "feeds",
        "doi:10.5555/f1 ANNOUNCED",
        "doi:10.5555/f2 ANNOUNCED",
        "doi:10.5555/f3 ANNOUNCED");
  }
}
