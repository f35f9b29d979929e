package io.paperwire.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.ingest.IngestService;
import io.paperwire.ingest.Topics;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.PaperSignal;
import io.paperwire.schemas.PaperSignalKind;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@UseBackends({Backend.KAFKA, Backend.REGISTRY})
final class SubmissionIT {

  private static final String PREFIX = "submission-";
  private static final String JSON = "application/json";
  private static final String NDJSON = "application/x-ndjson";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static IngestService service;

  @AutoClose
  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Topics topics;

  @BeforeAll
  static void start(Backends backends) {
    service = start(backends, Map.of("paperwire.ingest.api-keys", IngestService.API_KEY_SHA256));
    topics = Topics.of(backends, PREFIX);
  }

  private static IngestService start(Backends backends, Map<String, Object> properties) {
    IngestService started = IngestService.start(backends, PREFIX, properties);
    await().atMost(Duration.ofSeconds(60)).until(() -> started.get("/health").statusCode() == 200);
    return started;
  }

  @AfterAll
  static void stop() {
    service.close();
    HTTP.close();
  }

  private static HttpRequest.Builder request(IngestService to, String path, String type) {
    return HttpRequest.newBuilder(to.address(path)).header("Content-Type", type);
  }

  private static HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    return HTTP.send(authorized(path, type, body), BodyHandlers.ofString());
  }

  private static HttpRequest authorized(String path, String type, String body) {
    return request(service, path, type)
        .header("X-API-Key", IngestService.API_KEY)
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static List<PaperEvent> events(String paperId) {
    return topics.events(paperId, 1);
  }

  @Test
  void shouldPublishBeforeItAnswers() throws Exception {
    String paper =
        "{\"id\":\"2601.50001v2\",\"title\":\"T\",\"abstract\":\"A\",\"published\":\"2026-01-31\"}";
    HttpResponse<String> first = post("/api/papers", JSON, paper);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body())
        .isEqualTo(
            "{\"accepted\":1,\"unchanged\":0,\"rejected\":0,\"items\":[{\"item\":1,"
                + "\"outcome\":\"accepted\",\"id\":\"arxiv:2601.50001\",\"event\":\"announced\"}]}");
    List<PaperEvent> events = events("arxiv:2601.50001");
    assertThat(events).hasSize(1);
    assertThat(events.getFirst().getKind()).isEqualTo(PaperEventKind.ANNOUNCED);
    assertThat(events.getFirst().getSource()).isEqualTo("http");
    assertThat(events.getFirst().getVersion()).isEqualTo(2);
    HttpResponse<String> again = post("/api/papers", JSON, paper);
    assertThat(again.body())
        .isEqualTo(
            "{\"accepted\":0,\"unchanged\":1,\"rejected\":0,\"items\":[{\"item\":1,"
                + "\"outcome\":\"unchanged\",\"id\":\"arxiv:2601.50001\"}]}");
    assertThat(events("arxiv:2601.50001")).hasSize(1);
  }

  @Test
  void shouldLetACorrectionStandWhateverVersionTheIdHas() throws Exception {
    for (String paper :
        List.of(
            "{\"id\":\"2601.50003v1\",\"title\":\"A titel\"}",
            "{\"id\":\"2601.50003v1\",\"title\":\"A titlle\"}",
            "{\"id\":\"2601.50003\",\"title\":\"A title\"}")) {
      assertThat(post("/api/papers", JSON, paper).body()).contains("\"accepted\":1");
    }
    assertThat(topics.events("arxiv:2601.50003", 3))
        .extracting(PaperEvent::getTitle, PaperEvent::getVersion)
        .containsExactly(tuple("A titel", 1), tuple("A titlle", 1), tuple("A title", 1));
  }

  @Test
  void shouldRejectWhatCannotBeWrittenAndTakeTheRest() throws Exception {
    HttpResponse<String> answer =
        post(
            "/api/papers",
            JSON,
            "[{\"id\":\"s:40\",\"title\":\"T\",\"published\":\"+999999999-01-01T00:00:00Z\"},"
                + "{\"id\":\"s:41\",\"title\":\"T\"}]");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"accepted\":1,\"unchanged\":0,\"rejected\":1");
    HttpResponse<String> signal =
        post(
            "/api/signals",
            JSON,
            "{\"id\":\"s:41\",\"source\":\"s\",\"kind\":\"star\",\"count\":1,\"at\":\"2199-01-01\"}");
    assertThat(signal.statusCode()).isEqualTo(422);
    assertThat(signal.body()).contains("'at' lies ahead");
  }

  @Test
  void shouldTellOfEachItemOfAnArray() throws Exception {
    HttpResponse<String> answer =
        post(
            "/api/papers",
            JSON,
            "[{\"id\":\"s:10\",\"title\":\"T\"},{\"id\":\"s:11\",\"titel\":\"T\"},7]");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"accepted\":1,\"unchanged\":0,\"rejected\":2,\"items\":["
                + "{\"item\":1,\"outcome\":\"accepted\",\"id\":\"s:10\",\"event\":\"announced\"},"
                + "{\"item\":2,\"outcome\":\"rejected\",\"fault\":\"unknown-field\",\"reason\":"
                + "\"unknown field 'titel': did you mean 'title'?; 'title' is missing\"},"
                + "{\"item\":3,\"outcome\":\"rejected\",\"fault\":\"wrong-type\",\"reason\":"
                + "\"expected a JSON object, found the number 7\"}]}");
  }

  @Test
  void shouldTellOfEachLine() throws Exception {
    HttpResponse<String> answer =
        post(
            "/api/papers",
            NDJSON,
            "{\"id\":\"s:20\",\"title\":\"T\"}\n\noops\n{\"id\":\"s:21\",\"title\":\"U\"}\n");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"accepted\":2", "\"rejected\":1", "{\"item\":3,\"outcome\":\"rejected\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "application/json | {\"id\": | 400 | no JSON at column 7: Unexpected end-of-input"
            + " within/between Object entries",
        "application/json | [] | 400 | the array is empty",
        "application/x-ndjson | ` ` | 400 | there is no JSON value",
        "application/json | {\"id\":\"a\"} | 422 | no item of the request could be read",
        "application/x-ndjson | oops | 422 | no item of the request could be read",
        "text/plain | hello | 415 | Content Type [text/plain] not allowed.",
      })
  void shouldRefuseWholeRequestsAsProblems(String type, String body, int status, String detail)
      throws Exception {
    HttpResponse<String> answer = post("/api/papers", type, body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"type\":\"about:blank\"", "\"status\":" + status, detail);
  }

  @Test
  void shouldRefuseBodiesThatAreTooLarge() throws Exception {
    HttpResponse<String> answer = post("/api/papers", JSON, "x".repeat(11 * 1024 * 1024));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    HttpResponse<String> many = post("/api/papers", JSON, "[0" + ",0".repeat(50_000) + "]");
    assertThat(many.statusCode()).isEqualTo(413);
    assertThat(many.body()).contains("more than 50000 items: send them in several requests");
  }

  @Test
  void shouldLetInOnlyWhoHasAKey(Backends backends) throws Exception {
    String paper = "{\"id\":\"s:30\",\"title\":\"T\"}";
    HttpRequest without =
        request(service, "/api/papers", JSON).POST(BodyPublishers.ofString(paper)).build();
    HttpResponse<String> refused = HTTP.send(without, BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate"))
        .hasValue("Bearer realm=\"paperwire\"");
    HttpRequest wrong =
        request(service, "/api/papers", JSON)
            .header("X-API-Key", IngestService.API_KEY + "x")
            .POST(BodyPublishers.ofString(paper))
            .build();
    assertThat(HTTP.send(wrong, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    HttpRequest bearer =
        request(service, "/api/papers", JSON)
            .header("Authorization", "bearer " + IngestService.API_KEY)
            .POST(BodyPublishers.ofString(paper))
            .build();
    assertThat(HTTP.send(bearer, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    try (IngestService closed =
        start(backends, Map.of("paperwire.ingest.instance", "without-keys"))) {
      HttpRequest nobody =
          request(closed, "/api/papers", JSON)
              .header("X-API-Key", IngestService.API_KEY)
              .POST(BodyPublishers.ofString(paper))
              .build();
      HttpResponse<String> answer = HTTP.send(nobody, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("no API key is configured (paperwire.ingest.api-keys)");
    }
  }

  @Test
  void shouldCountASignalOnce() throws Exception {
    String signal =
        "{\"id\":\"2601.50002\",\"source\":\"hugging-face\",\"kind\":\"upvote\",\"count\":3,"
            + "\"at\":\"2026-01-31T12:00:00Z\"}";
    assertThat(post("/api/signals", JSON, signal).body())
        .contains("{\"item\":1,\"outcome\":\"accepted\",\"id\":\"arxiv:2601.50002\"");
    assertThat(post("/api/signals", NDJSON, signal + "\n" + signal).body())
        .contains("\"accepted\":0,\"unchanged\":2,\"rejected\":0");
    assertThat(topics.signals())
        .containsExactly(
            new PaperSignal(
                "arxiv:2601.50002",
                "hugging-face",
                PaperSignalKind.UPVOTE,
                3L,
                Instant.parse("2026-01-31T12:00:00Z")));
  }

  @Test
  void shouldAnswerManyAtOnce() {
    List<CompletableFuture<HttpResponse<String>>> answers =
        new ArrayList<>(
            IntStream.range(0, 100)
                .mapToObj(
                    i ->
                        HTTP.sendAsync(
                            authorized(
                                "/api/papers",
                                JSON,
                                "{\"id\":\"many:%d\",\"title\":\"T\"}".formatted(i % 50)),
                            BodyHandlers.ofString()))
                .toList());
    assertThat(answers.stream().map(answer -> answer.join().statusCode())).containsOnly(200);
    List<String> ids = topics.events("many:", 50).stream().map(PaperEvent::getPaperId).toList();
    assertThat(ids).hasSize(50).doesNotHaveDuplicates();
  }
}
