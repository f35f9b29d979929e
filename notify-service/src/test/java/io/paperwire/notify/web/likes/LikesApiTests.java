package io.paperwire.notify.web.likes;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.notify.web.RunningWeb;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the API does with examples, on the running web role of {@link LikesIT}. */
interface LikesApiTests {

  RunningWeb web();

  @Test
  default void shouldDoOverTheApiWhatThePageDoes() {
    Holder ann = Holder.subscribe(web(), "ann@example.org");
    assertThat(ann.api("GET", "/likes", "").body())
        .contains("\"examples\":[]", "\"awaited\":[]", "\"closeness\":\"usual\"");
    assertThat(
            ann.api("POST", "/likes", "{\"papers\": [\"2401.00001\", \"2405.00001\", \"no such\"]}")
                .body())
        .contains("\"taken\":[\"Graph networks for molecules\"]", "\"already\":0")
        .contains("\"awaited\":[\"arxiv:2405.00001\"]", "\"notFound\":[\"no such\"]");
    assertThat(
            ann.api(
                    "POST",
                    "/likes",
                    "{\"library\": {\"name\": \"a.bib\", \"text\": \"@misc{a, eprint ="
                        + " {2405.00002}}\"}}")
                .body())
        .contains("\"awaited\":[\"arxiv:2405.00002\"]");

    String held = ann.api("GET", "/likes", "").body();
    String example = first("\\{\"id\":(\\d+),\"paper\":\"arxiv:2401.00001\"", held);
    String awaited = first("\\{\"id\":(\\d+),\"name\":\"arxiv:2405.00001\"", held);
    assertThat(ann.api("PUT", "/likes/" + example, "{\"liked\": false}").statusCode())
        .isEqualTo(200);
    ann.told(it -> Holder.dislikesOf(it).size() == 1);
    assertThat(ann.api("DELETE", "/likes/awaited/" + awaited, "").statusCode()).isEqualTo(200);
    assertThat(ann.api("PUT", "/likes/closeness", "{\"closeness\": \"wide\"}").statusCode())
        .isEqualTo(200);
    assertThat(ann.api("GET", "/likes", "").body())
        .contains("\"liked\":false", "\"closeness\":\"wide\"", "arxiv:2405.00002")
        .doesNotContain("arxiv:2405.00001");
    assertThat(ann.api("DELETE", "/likes/" + example, "").statusCode()).isEqualTo(200);
    assertThat(ann.api("DELETE", "/likes", "").body()).contains("\"status\":\"forgotten\"");
    assertThat(ann.waiting()).isZero();

    assertThat(ann.api("GET", "/order", "").body()).contains("\"match\":1.0", "\"taste\":1.0");
    assertThat(ann.api("PUT", "/order", "{\"attention\": 4, \"taste\": 0.5}").statusCode())
        .isEqualTo(200);
    assertThat(ann.api("GET", "/order", "").body())
        .contains("\"match\":1.0", "\"taste\":0.5", "\"attention\":4.0");
  }

  @Test
  default void shouldTellOverTheApiWhatIsWrong() {
    Holder bea = Holder.subscribe(web(), "bea@example.org");
    assertProblem(bea.api("POST", "/likes", "{\"papers\": [\"x\"]}"), 400, "Not found: x.");
    assertProblem(bea.api("POST", "/likes", "{\"papers\": []}"), 400, "Please name a paper");
    assertProblem(bea.api("POST", "/likes", "{\"papers\": [null]}"), 400, "'papers' holds null");
    assertProblem(
        bea.api("POST", "/likes", "{\"description\": \"x\"}"), 400, "in a sentence or two");
    assertProblem(bea.api("POST", "/likes", "{\"orcid\": \"1\"}"), 400, "is no ORCID iD");
    assertProblem(bea.api("POST", "/likes", "{\"library\": {}}"), 400, "Nothing could be taken");
    assertProblem(bea.api("POST", "/likes", "{}"), 400, "Give one of papers, description");
    assertProblem(
        bea.api(
            "POST", "/likes", "{\"papers\": [\"2401.00001\"], \"orcid\": \"0000-0002-1825-0097\"}"),
        400,
        "Give one of");
    assertProblem(bea.api("PUT", "/likes/1", "{}"), 400, "Say true or false.");
    assertProblem(bea.api("PUT", "/likes/0", "{\"liked\": true}"), 404, "no example of this id");
    assertProblem(bea.api("DELETE", "/likes/0", ""), 404, "no example of this id");
    assertProblem(bea.api("DELETE", "/likes/x", ""), 400, "");
    assertProblem(bea.api("DELETE", "/likes/awaited/0", ""), 404, "no example of this id");
    assertProblem(
        bea.api("PUT", "/likes/closeness", "{\"closeness\": \"cosy\"}"), 400, "close, usual, wide");
    assertProblem(
        bea.api("PUT", "/order", "{\"match\": 3}"), 400, "\"match\":\"It is one of 0, 0.5");
    Holder nobody = new Holder(web(), bea.id(), "forged");
    assertProblem(nobody.api("GET", "/likes", ""), 410, "made up");
    assertProblem(nobody.api("PUT", "/order", "{}"), 410, "made up");
    assertProblem(nobody.api("POST", "/likes", "{\"papers\": [\"2401.00001\"]}"), 410, "made up");
    assertProblem(web().get("/api/subscriptions/likes"), 401, "Bearer");
    assertProblem(web().get("/api/subscriptions/order"), 401, "Bearer");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String words) {
    assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.body()).contains(words);
  }

  private static String first(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).describedAs(text).isTrue();
    return found.group(1);
  }
}
