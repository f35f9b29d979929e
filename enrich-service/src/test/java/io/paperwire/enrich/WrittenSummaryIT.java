package io.paperwire.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.paperwire.embedded.Backend;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service with an endpoint on loopback that writes summaries. */
@UseBackends({Backend.KAFKA, Backend.REGISTRY})
final class WrittenSummaryIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ANSWER =
      "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"Written.\"}}]}";

  @TempDir private Path state;

  @Test
  void shouldSendThePaperOutAtOnceAndAgainWhenItsSummaryIsWritten(Backends backends)
      throws Exception {
    AtomicInteger calls = new AtomicInteger();
    HttpServer endpoint = endpoint(calls);
    Map<String, Object> settings = EnrichService.settings(backends, "written-", state);
    settings.put(
        "paperwire.summaries.endpoint",
        "http://127.0.0.1:" + endpoint.getAddress().getPort() + "/v1");
    settings.put("paperwire.summaries.model", "llm");
    try (Topics topics = Topics.provision(backends, "written-");
        EnrichService service = EnrichService.start(settings)) {
      PaperEvent first = Topics.announced("w:1", "A title");
      topics.send(first);
      topics.flush();
      // The endpoint fails: the paper is there all the same.
      await().atMost(PATIENCE).until(() -> topics.count() == 1 && calls.get() == 1);
      topics.send(PaperEvent.newBuilder(first).setVersion(2).setComment("10 pages").build());
      topics.flush();

      await().atMost(PATIENCE).until(() -> topics.count() >= 3);
      assertThat(topics.papers())
          .extracting(EnrichedPaper::getSummary, EnrichedPaper::getSummaryModel)
          .containsExactly(
              tuple("We study large language models.", null),
              tuple("We study large language models.", null),
              tuple("Written.", "llm"));
      assertThat(calls).hasValue(2);
      await().atMost(PATIENCE).until(() -> service.health().startsWith("200 "));
    } finally {
      endpoint.stop(0);
    }
  }

  /** Fails the first time. */
  private static HttpServer endpoint(AtomicInteger calls) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(calls.incrementAndGet() == 1 ? 503 : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    return server;
  }
}
