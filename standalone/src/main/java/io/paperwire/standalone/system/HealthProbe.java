package io.paperwire.standalone.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a service's {@code /health}. */
final class HealthProbe {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final HttpClient http;
  private final URI address;

  HealthProbe(HttpClient http, int port) {
    this.http = http;
    this.address = URI.create("http://127.0.0.1:" + port + "/health");
  }

  /** Where the service is. */
  URI address() {
    return address;
  }

  /** Whether the service says that it is up. A service that does not answer is not. */
  boolean isUp() throws InterruptedException {
    try {
      return http.send(
                  HttpRequest.newBuilder(address).timeout(TIMEOUT).build(),
                  BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
