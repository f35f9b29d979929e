package io.paperwire.notify.web.page;

import static io.paperwire.notify.web.SamplePapers.authors;
import static io.paperwire.notify.web.SamplePapers.paper;
import static io.paperwire.notify.web.SamplePapers.topic;
import static io.paperwire.notify.web.SamplePapers.trend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.embedded.mailbox.Mail;
import io.paperwire.notify.web.RunningWeb;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
@TestInstance(Lifecycle.PER_CLASS)
final class PagesIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String HOSTILE = "<script>alert(1)</script> \"quoted\" & 'so' on";
  private static final String ODD_ID = "doi:10.1002/(SICI)1097/16<1661::AID 968>3.0.CO;2-2#x?y%z";

  private final RunningWeb web;

  PagesIT(Backends backends) {
    web = RunningWeb.start(backends, "pages-it");
  }

  @BeforeAll
  void publish() {
    web.publish(
        List.of(
            paper(ODD_ID, HOSTILE, "2026-06-12T00:00:00Z")
                .setAbstractText("<img src=x onerror=alert(1)>")
                .setAuthors(authors("<b>Mallory</b>"))
                .setTopics(List.of(topic("robotics", "Robotics <i>")))
                .build(),
            paper("arxiv:1", "بحث عن الروبوتات", "2026-06-11T00:00:00Z").build(),
            paper("local:1", "Dark matter", "2026-06-11T00:00:00Z")
                .setAuthors(authors("Colin Raffel"))
                .setTrend(trend(2, 2, "2026-06-12T00:00:00Z"))
                .setTrendingUntil(Instant.parse("2026-06-13T00:00:00Z"))
                .build()));
    await().atMost(LIMIT).until(() -> web.get("/papers/arxiv:1").statusCode() == 200);
    await().atMost(LIMIT).until(() -> web.get("/papers/local:1").statusCode() == 200);
    await().atMost(LIMIT).until(() -> web.get("/days/2026-06-12").body().contains("Mallory"));
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void shouldShowTheLineTheFormAndThePapers() {
    HttpResponse<String> home = web.get("/");

    assertThat(home.statusCode()).isEqualTo(200);
    assertThat(home.body())
        .contains("<h1>Get trending papers in your email inbox!</h1>")
        .contains("action=\"/subscribe#answer\"", "name=\"address\"", "value=\"robotics\"")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("dir=\"auto\"", "بحث عن الروبوتات")
        .doesNotContain("<script>alert", "<img src=x", "<b>Mallory", "<i>");
  }

  @Test
  void shouldTellTrendingPapersFromThoseThatWereOnlyNoticed() {
    String trending = web.get("/trending").body();

    assertThat(trending).contains("Nothing is trending right now.", "Also noticed", "Dark matter");
    assertThat(trending.indexOf("Dark matter")).isGreaterThan(trending.indexOf("Also noticed"));
    assertThat(web.get("/").body()).doesNotContain("Trending now");
  }

  @Test
  void shouldLinkEachPaperToItsPage() {
    Matcher link = Pattern.compile("href=\"(/papers/doi[^\"]*)\"").matcher(web.get("/").body());
    assertThat(link.find()).isTrue();

    HttpResponse<String> page = web.get(link.group(1).replace("&#39;", "'").replace("&amp;", "&"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("&lt;b&gt;Mallory").contains("AID 968");
  }

  @Test
  void shouldAnswerErrorsWithPagesAndTheApiWithProblems() {
    assertError("/nothing", 404, "There is no such page");
    assertError("/papers/arxiv:none", 404, "No such paper");
    assertError("/topics/alchemy", 404, "No such topic");
    assertError("/days/yesterday", 404, "No such day");
    assertError("/days/-99999999-01-01", 404, "No such day");
    assertThat(web.get("/api/papers?day=-99999999-01-01").statusCode()).isEqualTo(400);
    assertError("/?cursor=x", 400, "No such page");
    assertError("/?cursor=" + cursor("1e300 arxiv:1"), 400, "No such page");
    assertError("/trending?cursor=" + cursor("-1e18 arxiv:1"), 400, "No such page");
    assertThat(web.get("/?cursor=" + cursor("1e14 arxiv:1")).statusCode()).isEqualTo(200);
    assertThat(web.get("/api/papers?q=%00a").body()).isEqualTo("{\"papers\":[]}");
    assertThat(web.get("/api/papers?q=cat:%22cell%00biology%22").statusCode()).isEqualTo(200);
    assertThat(web.get("/topics/%00").statusCode()).isEqualTo(404);
    assertThat(web.post("/subscribe", "address=%zz").statusCode()).isEqualTo(400);
    assertThat(web.post("/subscribe", "x".repeat(300_000)).statusCode()).isEqualTo(413);

    assertThat(web.get("/robots.txt").body()).startsWith("User-agent: *\nDisallow: /api/\n");
    HttpResponse<String> problem = web.get("/api/nothing");
    assertThat(problem.statusCode()).isEqualTo(404);
    assertThat(problem.headers().firstValue("content-type")).contains("application/problem+json");
  }

  @Test
  void shouldProtectEveryAnswer() {
    for (String path : List.of("/", "/nothing", "/confirm/x", "/assets/paperwire.css")) {
      HttpResponse<String> answer = web.get(path);
      assertThat(header(answer, "content-security-policy"))
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
    }
    for (String path : List.of("/confirm/x", "/preferences/x", "/unsubscribe/x", "/erase/x")) {
      HttpResponse<String> answer = web.get(path);
      assertThat(header(answer, "referrer-policy")).isEqualTo("no-referrer");
      assertThat(header(answer, "cache-control")).isEqualTo("no-store");
    }
    assertThat(web.get("/").body())
        .doesNotContainPattern("(src|href)=\"(https?:)?//(?!arxiv\\.org|doi\\.org)")
        .doesNotContainPattern("\\son[a-z]+=\"|<style|style=\"");
  }

  @Test
  void shouldTakeFormsOnlyFromOurOwnPages() {
    String form = "address=origin%40pages.example.org&phrases=robots";

    assertThat(
            web.send(web.postOf("/subscribe", form).header("Origin", "https://evil.example"))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            web.send(web.postOf("/subscribe", form).header("Sec-Fetch-Site", "cross-site"))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            header(
                web.send(web.postOf("/api/preview", "").header("Sec-Fetch-Site", "cross-site")),
                "content-type"))
        .isEqualTo("application/problem+json");
    assertThat(web.send(web.postOf("/subscribe", form).header("Origin", "null")).statusCode())
        .isEqualTo(403);
    assertThat(
            web.send(web.postOf("/subscribe", form).header("Origin", web.address().toString()))
                .statusCode())
        .isEqualTo(202);
    assertThat(
            web.send(web.postOf("/subscribe", form).header("Origin", "http://papers.example.org"))
                .statusCode())
        .isEqualTo(202);
    assertThat(
            web.send(
                    web.postOf("/subscribe", form)
                        .header("Origin", "https://elsewhere.example")
                        .header("X-Forwarded-Host", "elsewhere.example"))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            web.send(
                    web.postOf("/subscribe", form)
                        .header("Origin", "https://elsewhere.example")
                        .header("Sec-Fetch-Site", "same-origin"))
                .statusCode())
        .isEqualTo(202);
  }

  @Test
  void shouldSayBesideTheFieldWhatIsWrongAndKeepWhatWasTyped() {
    HttpResponse<String> page =
        web.post(
            "/subscribe",
            "address=no%22body&topics=robotics&phrases=x&zone=Mars%2FBase&cadence=weekly");

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body())
        .contains("id=\"address-error\"", "id=\"phrases-error\"", "id=\"zone-error\"")
        .containsSubsequence(
            "role=\"alert\" id=\"answer\"",
            "<a href=\"#address\">Your email address</a>",
            "<a href=\"#phrases\">Words or phrases</a>",
            "<a href=\"#zone\">Time zone</a>")
        .contains("value=\"no&#34;body\"")
        .containsPattern("value=\"robotics\" checked")
        .containsPattern("value=\"weekly\" checked");
  }

  @Test
  void shouldSearchInTheInterestLanguageAndPointAtMistakes() {
    assertThat(web.get("/search?q=ti%3Aalert+NOT+source%3Aarxiv").body())
        .contains(
            "&lt;script&gt;alert(1)", "href=\"/?queries=ti%3Aalert+NOT+source%3Aarxiv#subscribe\"");
    assertThat(web.get("/?queries=ti%3Aalert").body()).contains(">ti:alert</textarea>");

    HttpResponse<String> mistaken = web.get("/search?q=graph+AND+%28kind%3Anew%29");
    assertThat(mistaken.statusCode()).isEqualTo(400);
    assertThat(mistaken.body())
        .contains("there is no kind 'new'", "graph AND (kind:<mark>n</mark>ew)");
    assertThat(web.get("/search?q=graph+AND").body()).contains("graph AND<mark>&nbsp;</mark>");
    HttpResponse<String> problem = web.get("/api/papers?q=graph+AND");
    assertThat(problem.statusCode()).isEqualTo(400);
    assertThat(problem.body()).contains("at position 10: nothing to look for before the end");
  }

  @Test
  void shouldOfferTheAuthorOfANameWhereItsWordsFindNothing() {
    assertThat(web.get("/search?q=Colin+Raffel").body())
        .contains("No paper matches.", "href=\"/search?q=au%3A%22Colin+Raffel%22\"");
    assertThat(web.get("/search?q=au%3A%22Colin+Raffel%22").body()).contains("Dark matter");
    assertThat(web.get("/search?q=Nobody+Known").body())
        .contains("No paper matches.")
        .doesNotContain("Papers by an author");
  }

  @Test
  void shouldOfferMailsOnlyOfWhatTheFormTakes() {
    assertThat(web.get("/search?q=matter").body()).contains("Get these papers by mail");
    assertThat(web.get("/search?q=NOT+survey").body())
        .contains("Dark matter")
        .doesNotContain("Get these papers by mail</a>");
  }

  @Test
  void shouldLeadToTheFormWhoeverAsksAgainForItsAnswer() {
    for (String path : List.of("/subscribe", "/preview")) {
      assertThat(web.get(path).statusCode()).isEqualTo(303);
      assertThat(header(web.get(path), "location")).isEqualTo("/#subscribe");
    }
  }

  @Test
  void shouldShowBeforeSubscribingWhatInterestsWouldHaveCaught() {
    HttpResponse<String> preview =
        web.post("/preview", "address=&phrases=protein+folding&authors=Mallory");

    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body())
        .contains("What you would have got", "protein folding", "No paper from ")
        .doesNotContain("a day", "papers from")
        .contains(">protein folding</textarea>");
    assertThat(web.post("/preview", "phrases=protein+folding&days=90").body())
        .contains("<option value=\"90\" selected>last 90 days</option>");
    assertThat(web.post("/preview", "phrases=protein+folding&days=9").statusCode()).isEqualTo(400);
    assertThat(web.post("/preview", "address=").statusCode()).isEqualTo(400);
  }

  @Test
  void shouldLeadASubscriberThroughAllPagesWhereOnlyButtonsChangeAnything() {
    assertThat(
            web.post(
                    "/subscribe", "address=ada%40pages.example.org&topics=robotics&cadence=instant")
                .statusCode())
        .isEqualTo(202);
    String confirm = path(mailTo("ada@pages.example.org"), "confirm");

    assertThat(web.get(confirm).body()).contains("method=\"post\"", "action=\"" + confirm + "\"");
    assertThat(web.get(confirm).body()).contains("Confirm your subscription");
    String confirmed = web.post(confirm, "").body();
    assertThat(confirmed).contains("You are subscribed");
    assertThat(web.post(confirm, "").body()).contains("You are subscribed already");
    assertThat(web.get(confirm).body())
        .contains("You are subscribed already")
        .doesNotContain("method=\"post\"");

    Matcher manage = Pattern.compile("href=\"(/preferences/[^\"]*)\"").matcher(confirmed);
    assertThat(manage.find()).isTrue();
    String preferences = manage.group(1);
    assertThat(web.get(preferences).body())
        .contains("ada@pages.example.org")
        .containsPattern("value=\"robotics\" checked")
        .containsPattern("value=\"instant\" checked");
    HttpResponse<String> saved =
        web.send(
            web.postOf(preferences, "phrases=dark+matter%2C+axions&cadence=weekly")
                .header("Origin", "null"));
    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(header(saved, "location")).isEqualTo(preferences + "?saved=yes");
    assertThat(web.get(preferences + "?saved=yes").body())
        .contains("Saved.", "dark matter\naxions");
    assertThat(web.post(preferences, "cadence=weekly").body())
        .contains("Choose at least one topic, word, author or query.");

    assertThat(
            web.get(preferences + "/why?paper=https%3A%2F%2Farxiv.org%2Fabs%2F2401.99999").body())
        .contains("arxiv:2401.99999", "Paperwire does not know this paper");
    assertThat(web.get(preferences + "/why?paper=a+lost+paper").body())
        .contains("<strong>a lost paper</strong>", "This is no address or id of a paper")
        .doesNotContain("none of its sources");
    assertThat(web.get(preferences + "/why?paper=dark+MATTER").body())
        .contains("known since 11 June 2026");
    assertThat(web.get(preferences + "/why?paper=local%3A1").body())
        .contains("known since 11 June 2026", "before you confirmed your subscription on");
    assertThat(web.get("/preferences/forged/why?paper=local%3A1").statusCode()).isEqualTo(410);
    assertThat(web.post(preferences + "/preview", "queries=ti%3Awalks+NOT+cat%3Acs.*").body())
        .contains("ti:walks NOT cat:cs.*", "No paper from ", "Nothing is saved yet.");
    assertThat(web.get(preferences).body()).contains("dark matter\naxions");
    assertThat(web.post(preferences, "queries=graph%0A%22dark+matter%22+OR").body())
        .contains("at position 17: nothing to look for before the end")
        .contains("<code>\"dark matter\" OR<mark>&nbsp;</mark></code>");
    assertThat(web.get(preferences + "/why?paper=+").body())
        .contains("Name it by its address or id")
        .doesNotContain("Paperwire does not know this paper");
    assertThat(web.post(preferences, "queries=graph+NOT+ti%3Asurvey&cadence=weekly").statusCode())
        .isEqualTo(303);
    assertThat(web.get(preferences).body()).contains("graph NOT ti:survey");

    assertThat(web.post(preferences + "/link", "").statusCode()).isEqualTo(202);
    assertThat(web.get(preferences).statusCode()).isEqualTo(200);
  }

  private void assertError(String path, int status, String title) {
    HttpResponse<String> page = web.get(path);
    assertThat(page.statusCode()).isEqualTo(status);
    assertThat(header(page, "content-type")).startsWith("text/html");
    assertThat(page.body()).contains("<h1>" + title + "</h1>");
  }

  private static String cursor(String text) {
    return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }

  private Mail mailTo(String address) {
    return await()
        .atMost(LIMIT)
        .until(
            () ->
                web.backends().mailbox().mails().stream()
                    .filter(mail -> mail.to().equalsIgnoreCase(address))
                    .toList(),
            mails -> !mails.isEmpty())
        .getLast();
  }

  /** The path of a mail's link. */
  private static String path(Mail mail, String page) {
    Matcher link =
        Pattern.compile("http://papers\\.example\\.org/" + page + "/\\S+")
            .matcher(mail.text().orElseThrow());
    assertThat(link.find()).isTrue();
    return URI.create(link.group()).getPath();
  }
}
