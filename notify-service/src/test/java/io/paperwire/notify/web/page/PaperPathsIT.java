package io.paperwire.notify.web.page;

import static io.paperwire.notify.web.SamplePapers.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.notify.web.RunningWeb;
import io.paperwire.notify.web.catalogue.PaperAddresses;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
@TestInstance(Lifecycle.PER_CLASS)
final class PaperPathsIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Each id is the title, too, with a mark on both sides. */
  static final List<String> IDS =
      List.of(
          "arxiv:2401.01234",
          "arxiv:hep-th/9901001",
          "arxiv:math.GT/0309136",
          "doi:10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2",
          "doi:10.1000/a+b c",
          "doi:10.1000/100%25",
          "doi:10.1000/50%",
          "doi:10.1000/what?x=1&y=2#part",
          "doi:10.1000/{id}[0]|\\\"q\"",
          "doi:10.1000/naïve-ü-論文",
          "doi:10.1000/a//b/",
          "doi:10.1000/a/../b/./c");

  private final RunningWeb web;

  PaperPathsIT(Backends backends) {
    web = RunningWeb.start(backends, "paths-it");
  }

  @BeforeAll
  void publish() {
    web.publish(
        IDS.stream()
            .map(
                id ->
                    paper(id, marked(id), "2026-06-12T00:00:00Z")
                        .setDoi(id.equals("arxiv:2401.01234") ? "10.1103/Journal.1" : null)
                        .build())
            .toList());
    await()
        .atMost(LIMIT)
        .until(() -> web.get("/api/papers").body().split("\"id\":", -1).length == IDS.size() + 1);
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @ParameterizedTest
  @FieldSource("IDS")
  void shouldFindAPaperByTheAddressThatItsLinksHave(String id) {
    HttpResponse<String> page = web.get(PaperAddresses.page(id));
    HttpResponse<String> answer = web.get("/api" + PaperAddresses.page(id));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains(html(marked(id)));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"title\":\"" + json(marked(id)) + "\"");
  }

  @Test
  void shouldDecodeAPathOnceAndOnlyItsEscapes() {
    assertFound("/papers/arxiv:hep-th%2F9901001", "arxiv:hep-th/9901001");
    assertFound("/papers/arxiv%3Ahep-th/9901001", "arxiv:hep-th/9901001");
    assertFound("/papers/doi:10.1000/a+b%20c", "doi:10.1000/a+b c");
    assertFound("/papers/doi:10.1000/a%2bb%20c", "doi:10.1000/a+b c");
    assertFound("/papers/doi:10.1000/100%2525", "doi:10.1000/100%25");
    assertThat(web.get("/papers/doi:10.1000/100%25").statusCode()).isEqualTo(404);
    assertThat(web.get("/papers/doi:10.1000/a+b+c").statusCode()).isEqualTo(404);
    assertThat(web.get("/papers/arxiv:hep-th").statusCode()).isEqualTo(404);
    assertThat(web.get("/papers/%00").statusCode()).isEqualTo(404);
    assertThat(web.get("/papers/%ff%fe").statusCode()).isEqualTo(404);
    assertThat(web.get("/papers/10.1103/x%00").statusCode()).isEqualTo(404);
    assertThat(web.get("/search?q=10.1103%2Fx%00").statusCode()).isLessThan(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/papers/2401.01234",
        "/papers/arXiv:2401.01234v3",
        "/papers/10.48550/arXiv.2401.01234",
        "/papers/10.1103/journal.1",
        "/papers/doi:10.1103/journal.1",
        "/search?q=10.1103%2FJOURNAL.1",
        "/search?q=https%3A%2F%2Fdoi.org%2F10.1103%2Fjournal.1",
        "/search?q=2401.01234",
        "/search?q=arxiv%3A2401.01234",
        "/search?q=http%3A%2F%2Farxiv.org%2Fabs%2F2401.01234v2"
      })
  void shouldLeadToAPaperFromWhatElseItIsCalled(String path) {
    HttpResponse<String> answer = web.get(path);

    assertThat(answer.statusCode()).isEqualTo(307);
    assertThat(answer.headers().firstValue("location")).contains("/papers/arxiv:2401.01234");
  }

  @Test
  void shouldLeadToAPaperByItsDoiAndSayWhenItIsNotKnown() {
    assertThat(web.get("/search?q=10.1000%2FNA%C3%8FVE-%C3%9C-%E8%AB%96%E6%96%87").headers())
        .extracting(headers -> headers.firstValue("location").orElse(""))
        .isEqualTo(PaperAddresses.page("doi:10.1000/na\u00EFve-\u00FC-\u8AD6\u6587"));
    assertThat(web.get("/search?q=http%3A%2F%2Farxiv.org%2Fabs%2F2401.09999").body())
        .contains("Paperwire does not know this paper", "as arxiv:2401.09999.")
        .doesNotContain("cannot be read", "by mail</a>");
    assertThat(web.get("/search?q=2401.09999").body()).contains("as arxiv:2401.09999.");
    assertThat(web.get("/papers/2401.09999").statusCode()).isEqualTo(404);
  }

  private void assertFound(String path, String id) {
    HttpResponse<String> answer = web.get("/api" + path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"id\":\"" + json(id) + "\"");
    assertThat(web.get(path).statusCode()).isEqualTo(200);
  }

  private static String marked(String id) {
    return "«" + id + "»";
  }

  private static String html(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
