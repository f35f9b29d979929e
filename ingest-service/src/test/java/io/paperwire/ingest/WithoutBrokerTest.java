package io.paperwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service while nothing that it needs answers. */
final class WithoutBrokerTest {

  @Test
  void shouldSayThatItWaits() throws Exception {
    // Port 1 of loopback: nothing listens there.
    Map<String, Object> settings =
        Map.of(
            "micronaut.server.port",
            -1,
            "kafka.bootstrap.servers",
            "127.0.0.1:1",
            "paperwire.registry.url",
            "http://joe:secret@127.0.0.1:1",
            "paperwire.ingest.api-keys",
            IngestService.API_KEY_SHA256);
    try (EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, settings);
        HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> health =
          http.send(
              HttpRequest.newBuilder(server.getURI().resolve("/health")).build(),
              BodyHandlers.ofString());
      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(health.body())
          .contains(
              "\"broker\":{\"name\":\"ingest-service\",\"status\":\"DOWN\"",
              "\"servers\":\"127.0.0.1:1\"",
              "\"registry\":{\"name\":\"ingest-service\",\"status\":\"DOWN\"",
              "\"url\":\"http://127.0.0.1:1\"",
              "\"problem\":\"starting: waiting for the broker\"")
          .doesNotContain("secret");
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(server.getURI().resolve("/api/papers"))
                  .header("Content-Type", "application/json")
                  .header("X-API-Key", IngestService.API_KEY)
                  .POST(BodyPublishers.ofString("{\"id\":\"a\",\"title\":\"T\"}"))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
      assertThat(answer.body()).contains("nothing was written: starting: waiting for the broker");
    }
  }
}
