package io.paperwire.standalone.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Asks a service's {@code /health}. */
final class HealthProbe {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http;
  private final URI address;

  HealthProbe(HttpClient http, String host, int port) {
    this.http = http;
    this.address = URI.create("http://" + host + ":" + port + "/health");
  }

  /** Where the service is. */
  URI address() {
    return address;
  }

  /**
   * A number that the service tells.
   *
   * @param pointer where it stands in the answer (RFC 6901)
   * @return nothing if the service does not answer, or not so
   */
  OptionalLong detail(String pointer) throws InterruptedException {
    try {
      String answer =
          http.send(
                  HttpRequest.newBuilder(address).timeout(TIMEOUT).build(), BodyHandlers.ofString())
              .body();
      JsonNode number = JSON.readTree(answer).at(pointer);
      return number.isNumber() ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** Whether the service says that it is up. A service that does not answer is not. */
  boolean isUp() throws InterruptedException {
    return status().orElse(0) == 200;
  }

  /** Whether the service answers, whatever it says. */
  boolean answers() throws InterruptedException {
    return status().isPresent();
  }

  private OptionalInt status() throws InterruptedException {
    try {
      return OptionalInt.of(
          http.send(
                  HttpRequest.newBuilder(address).timeout(TIMEOUT).build(),
                  BodyHandlers.discarding())
              .statusCode());
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }
}
