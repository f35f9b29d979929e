package io.paperwire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.ingest.IngestService;
import io.paperwire.ingest.Topics;
import io.paperwire.ingest.upstream.ScriptedUpstream;
import io.paperwire.ingest.upstream.ScriptedUpstream.Answer;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
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
  private static final Duration INTERVAL = Duration.ofMillis(200);

  @AutoClose
  @SuppressWarnings("NullAway.Init") // set before each test
  private Stage stage;

  @AutoClose
  @SuppressWarnings("NullAway.Init") // set before each test
  private Topics topics;

  @BeforeEach
  void open(Backends backends) throws IOException {
    topics = Topics.of(backends, PREFIX);
    stage =
        new Stage(
            "arxiv",
            "hugging-face",
            "biorxiv",
            "openalex",
            "crossref",
            "semantic-scholar",
            "pubmed",
            "feeds");
    new BadArxiv(stage).play();
    new BadPreprints(stage).play();
    new BadLists(stage).play();
  }

  @Test
  void shouldTellEachPaperOnceAndAskPolitely(Backends backends) throws Exception {
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
      await().atMost(PATIENCE).until(() -> stage.upstreams().stream().allMatch(this::isPlayed));
      await()
          .atMost(PATIENCE)
          .ignoreExceptions() // until the topics are there
          .until(
              () -> topics.eventCount() >= stage.expected().size() && topics.signals().size() >= 4);
      assertThat(first.health()).contains("\"status\":\"UP\"");
      assertThat(second.health()).contains("\"status\":\"UP\"");
      assertThat(first.get("/prometheus").body())
          .contains("paperwire_source_announced{source=\"crossref\"} 402.0")
          .contains("paperwire_source_seen{source=\"crossref\"} 405.0")
          .contains("paperwire_source_freshness{source=\"crossref\",state=\"fresh\"} 1.0")
          .contains("paperwire_source_freshness{source=\"crossref\",state=\"late\"} 0.0")
          .contains("paperwire_source_active{source=\"crossref\"} 1.0");
    }
    assertThat(topics.events().stream().map(BadUpstreamsIT::words))
        .containsExactlyInAnyOrderElementsOf(stage.expected());
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
    stage.upstreams().forEach(upstream -> Manners.assertGood(upstream, INTERVAL));
  }

  /** What is left has been given some times over, in further rounds. */
  private boolean isPlayed(ScriptedUpstream upstream) {
    Answer last = upstream.log().isEmpty() ? Stage.THROTTLED : upstream.log().getLast().answer();
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
        stage.upstreams().stream().map(ScriptedUpstream::hostAndPort).toList());
    settings.put("paperwire.ingest.arxiv.request-interval", INTERVAL.toMillis() + "ms");
    for (String source : sources) {
      String prefix = "paperwire.ingest." + source + ".";
      String owner = source.startsWith("arxiv") ? "arxiv" : source;
      settings.put(prefix + "enabled", true);
      settings.put(prefix + "base-url", stage.upstream(owner).url());
      settings.put(prefix + "poll-interval", "300ms");
      settings.put(prefix + "request-interval", INTERVAL.toMillis() + "ms");
      settings.put(prefix + "lookback", "1d");
    }
    settings.put("paperwire.ingest.arxiv-oai.base-url", stage.upstream("arxiv").url() + "/oai");
    settings.put("paperwire.ingest.arxiv-feed.categories", "cs.CL");
    settings.put("paperwire.ingest.arxiv-api.categories", "cs.CL");
    settings.put("paperwire.ingest.hugging-face.days", 1);
    settings.put("paperwire.ingest.biorxiv.servers", "biorxiv");
    settings.put("paperwire.ingest.openalex.filter", "type:preprint");
    settings.put("paperwire.ingest.semantic-scholar.query", "bert");
    settings.put("paperwire.ingest.semantic-scholar.lookback", "365d");
    settings.put("paperwire.ingest.pubmed.query", "water");
    settings.put("paperwire.ingest.feeds.urls", stage.upstream("feeds").url() + "/feed");
    return IngestService.start(backends, PREFIX, settings);
  }
}
