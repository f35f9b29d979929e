package io.paperwire.notify.web.feed;

import static io.paperwire.notify.web.SamplePapers.paper;
import static io.paperwire.notify.web.SamplePapers.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.notify.web.RunningWeb;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Feeds as a reader of feeds gets them, and the pages that lead to them. */
@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
@TestInstance(Lifecycle.PER_CLASS)
final class FeedIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String ODD_ID = "doi:10.1002/(SICI)1097/16<1661::AID 968>3.0.CO;2-2#x?y%z";

  private final RunningWeb web;

  FeedIT(Backends backends) {
    web = RunningWeb.start(backends, "feed-it");
  }

  @BeforeAll
  void publish() {
    web.publish(
        List.of(
            paper(ODD_ID, "<script>alert(1)</script>", "2026-06-12T00:00:00Z")
                .setTopics(List.of(topic("robotics", "Robotics <i>")))
                .build(),
            paper("arxiv:1", "بحث عن الروبوتات", "2026-06-11T00:00:00Z").build(),
            paper("local:1", "Dark matter", "2026-06-11T00:00:00Z").build()));
    await()
        .atMost(LIMIT)
        .until(() -> web.get("/feed.atom").body().split("<entry>", -1).length == 4);
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void shouldGiveEachListAsAFeedToThoseWhoDoNotHaveItYet() {
    HttpResponse<String> feed = web.get("/feed.atom");

    assertThat(feed.statusCode()).isEqualTo(200);
    assertThat(header(feed, "content-type")).isEqualTo("application/atom+xml;charset=utf-8");
    assertThat(header(feed, "cache-control")).isEqualTo("public, max-age=300");
    assertThat(feed.body())
        .contains("rel=\"self\" type=\"application/atom+xml\"")
        .contains("href=\"http://papers.example.org/feed.atom\"")
        .contains("<id>http://papers.example.org/papers/arxiv:1</id>")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "label=\"Robotics &lt;i&gt;\"")
        .doesNotContain("<script>", "<img", "<b>");

    HttpResponse<String> again =
        web.send(web.request("/feed.atom").header("If-None-Match", header(feed, "etag")));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(again, "etag")).isEqualTo(header(feed, "etag"));

    assertThat(web.get("/topics/robotics/feed.atom").body())
        .contains("<title>Paperwire: Robotics</title>", "AID%20968")
        .doesNotContain("Dark matter");
    assertThat(web.get("/trending/feed.atom").body()).doesNotContain("<entry>");
    assertThat(web.get("/topics/alchemy/feed.atom").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldGiveASearchAsAFeedAndSayInPlainTextWhatIsWrong() {
    assertThat(web.get("/feed.atom?q=ti%3A%22dark+matter%22").body())
        .contains(
            "<title>Paperwire: ti:\"dark matter\"</title>",
            "<id>http://papers.example.org/feed.atom?q=ti%3A%22dark+matter%22</id>",
            "href=\"http://papers.example.org/search?q=ti%3A%22dark+matter%22\"",
            "<title>Dark matter</title>")
        .doesNotContain("papers/arxiv:1<");

    HttpResponse<String> mistaken = web.get("/feed.atom?q=graph+AND+%28kind%3Anew%29");
    assertThat(mistaken.statusCode()).isEqualTo(400);
    assertThat(header(mistaken, "content-type")).startsWith("text/plain");
    assertThat(mistaken.body())
        .contains("at position 17: there is no kind 'new'; expected", "\n  graph AND (kind:new)\n");
    assertThat(web.get("/feed.atom?q=").statusCode()).isEqualTo(400);
  }

  @Test
  void shouldOfferFeedsWhereThereAreLists() {
    String alternate = "<link rel=\"alternate\" type=\"application/atom+xml\"";

    assertThat(web.get("/").body()).contains(alternate, "href=\"/feed.atom\"");
    assertThat(web.get("/trending").body())
        .contains(alternate, "href=\"/trending/feed.atom\">Feed</a>")
        .contains("href=\"/?queries=trending#subscribe\">Get these papers by mail</a>");
    assertThat(web.get("/?queries=trending").body()).contains(">trending</textarea>");
    assertThat(web.get("/topics/robotics").body())
        .contains(alternate, "href=\"/topics/robotics/feed.atom\">Feed</a>");
    assertThat(web.get("/search?q=dark").body())
        .contains(alternate, "href=\"/feed.atom?q=dark\">Feed</a>");
    assertThat(web.get("/search?q=dark+AND").body()).doesNotContain(alternate, "/feed.atom?q");
    assertThat(web.get("/days/2026-06-12").body()).doesNotContain(alternate);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }
}
