package io.paperwire.enrich.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against an endpoint on loopback. */
final class ChatEndpointTest {

  private final List<String> bodies = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;
  private int status = 200;
  private String answer = said("We fly.");
  private boolean neverBegins;
  private boolean neverEnds;
  private boolean drips;
  private final CountDownLatch hungUp = new CountDownLatch(1);

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          try {
            if (neverBegins) {
              end.await();
            }
            exchange.sendResponseHeaders(status, 0);
            try (OutputStream out = exchange.getResponseBody()) {
              out.write(answer.getBytes(StandardCharsets.UTF_8));
              out.flush();
              if (neverEnds) {
                end.await();
              }
              while (drips && !end.await(1, TimeUnit.MILLISECONDS)) {
                out.write(' ');
                out.flush();
              }
            } catch (IOException goneAway) {
              hungUp.countDown();
            }
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  @Test
  void shouldSendTitleAndAbstractAndTakeTheAnswerOnOneLine() throws Exception {
    answer = said("  We fly.\n\nIt is \u0007 faster. ");

    assertThat(write("A title", "An abstract.")).isEqualTo("We fly. It is faster.");
    JsonNode sent = new JsonMapper().readTree(bodies.getFirst());
    assertThat(sent.path("model").asText()).isEqualTo("small");
    assertThat(sent.path("messages").path(0).path("role").asText()).isEqualTo("system");
    assertThat(sent.path("messages").path(1).path("content").asText())
        .isEqualTo("A title\n\nAn abstract.");
    assertThat(keys).containsExactly("Bearer secret");
  }

  @Test
  void shouldRefuseAnAnswerThatIsNoSummary() {
    answer = "no JSON";
    assertRefused("the answer is not JSON");
    answer = "{\"choices\":[]}";
    assertRefused("the answer has no text in choices[0].message.content");
    answer = said("x".repeat(501));
    assertRefused("the answer has 501 characters, more than 500");
    answer = said("x".repeat(70_000));
    assertRefused("the answer has more than 65536 bytes");
    status = 500;
    assertRefused("the endpoint answers with status 500");
    status = 302;
    assertRefused("the endpoint answers with status 302");
  }

  @Test
  void shouldNotWaitLongerThanItsTimeLimitForTheWholeAnswer() {
    neverEnds = true;
    assertTooLate();
    neverBegins = true;
    assertTooLate();
  }

  @Test
  void shouldHangUpOnAnAnswerThatDrips() throws Exception {
    drips = true;
    answer = "";
    try (ChatEndpoint endpoint = new ChatEndpoint(settings(address(), Duration.ofMillis(300)))) {
      assertThatThrownBy(() -> endpoint.write("A title", "An abstract."))
          .hasMessage("no whole answer within PT0.3S");
      assertThat(hungUp.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://llm.example.org/v1      | must be https",
        "http://169.254.169.254/v1      | must be https",
        "ftp://llm.example.org/v1       | must be https",
        "https://me:pw@llm.example.org/ | without a user",
        "https://llm.example.org/v1?a=b | must end with its path",
        "nonsense                       | must be an address such as",
      })
  void shouldRefuseAnAddressToWhichNoTextMayGo(String address, String because) {
    assertThatThrownBy(() -> settings(URI.create(address), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("paperwire.summaries.endpoint ")
        .hasMessageContaining(because);
  }

  @Test
  void shouldNotTellTheKey() {
    assertThat(settings(URI.create("https://llm.example.org/v1"), Duration.ofSeconds(1)))
        .hasToString("small at https://llm.example.org/v1");
  }

  private void assertTooLate() {
    assertThatThrownBy(() -> write("A title", "An abstract.", Duration.ofMillis(300)))
        .isInstanceOf(WritingException.class)
        .hasMessage("no whole answer within PT0.3S");
  }

  private void assertRefused(String because) {
    assertThatThrownBy(() -> write("A title", "An abstract."))
        .isInstanceOf(WritingException.class)
        .hasMessage(because);
  }

  private String write(String title, String abstractText) throws InterruptedException {
    return write(title, abstractText, Duration.ofSeconds(20));
  }

  private String write(String title, String abstractText, Duration timeout)
      throws InterruptedException {
    try (ChatEndpoint endpoint = new ChatEndpoint(settings(address(), timeout))) {
      return endpoint.write(title, abstractText);
    }
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/");
  }

  @Test
  void shouldRefuseAKeyThatNoHeaderTakesWithoutRepeatingIt() {
    assertThatThrownBy(
            () ->
                new WritingSettings(
                    URI.create("https://llm.example.org/v1"),
                    "small",
                    Optional.of("sk-secret\nmore"),
                    Duration.ofSeconds(1),
                    1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PAPERWIRE_SUMMARIES_API_KEY")
        .hasMessageNotContaining("sk-secret");
  }

  private static WritingSettings settings(URI endpoint, Duration timeout) {
    return new WritingSettings(endpoint, "small", Optional.of("secret"), timeout, 1);
  }

  private static String said(String text) {
    return new JsonMapper()
        .createObjectNode()
        .set(
            "choices",
            new JsonMapper()
                .createArrayNode()
                .add(
                    new JsonMapper()
                        .createObjectNode()
                        .set("message", new JsonMapper().createObjectNode().put("content", text))))
        .toString();
  }
}
