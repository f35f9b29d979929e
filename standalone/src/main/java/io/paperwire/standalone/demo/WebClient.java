package io.paperwire.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Uses the web API and pages as a browser or another program would. */
final class WebClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final HttpClient http;
  private final JsonMapper json = new JsonMapper();
  private final String webUrl;
  private final String ingestUrl;
  private final String apiKey;

  WebClient(HttpClient http, String webUrl, String ingestUrl, String apiKey) {
    this.http = http;
    this.webUrl = webUrl;
    this.ingestUrl = ingestUrl;
    this.apiKey = apiKey;
  }

  /** Signs a subscriber up. */
  void signUp(SampleSubscriber subscriber) {
    Map<String, Object> body = preferences(subscriber);
    body.put("address", subscriber.address());
    expect(202, send("POST", webUrl + "/api/subscriptions", body, Map.of()));
  }

  /**
   * Opens the link of a confirmation mail, which must not confirm, and presses its button.
   *
   * @return the token that manages the subscription
   */
  String confirm(URI link) {
    expect(200, send(HttpRequest.newBuilder(link).GET()));
    expect(
        200,
        send(
            HttpRequest.newBuilder(link)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", webUrl)
                .POST(BodyPublishers.noBody())));
    String path = link.getPath();
    String token = path.substring(path.lastIndexOf('/') + 1);
    JsonNode confirmed =
        parse(
            expect(
                200,
                send(
                    "POST",
                    webUrl + "/api/subscriptions/confirm",
                    Map.of("token", token),
                    Map.of())));
    if (!confirmed.path("status").asText().equals("already-confirmed")) {
      throw new DemoFailure("the button of the confirmation page did not confirm: " + confirmed);
    }
    return confirmed.path("manageToken").asText();
  }

  /** Changes when digests are sent. */
  void change(SampleSubscriber subscriber, String manageToken, String sendAt, int sendDay) {
    Map<String, Object> body = preferences(subscriber);
    body.put("sendAt", sendAt);
    body.put("sendDay", Integer.toString(sendDay));
    expect(
        200,
        send(
            "PUT",
            webUrl + "/api/subscriptions",
            body,
            Map.of("Authorization", "Bearer " + manageToken)));
  }

  /** Submits signals as JSON Lines. */
  void submitSignals(String lines) {
    expect(
        200,
        send(
            HttpRequest.newBuilder(URI.create(ingestUrl + "/api/signals"))
                .header("Content-Type", "application/x-ndjson")
                .header("X-API-Key", apiKey)
                .POST(BodyPublishers.ofString(lines))));
  }

  private static Map<String, Object> preferences(SampleSubscriber subscriber) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("topics", subscriber.topics());
    body.put("phrases", subscriber.phrases());
    body.put("authors", subscriber.authors());
    body.put("cadence", subscriber.cadence());
    body.put("zone", subscriber.zone());
    return body;
  }

  private HttpResponse<String> send(
      String method, String address, Map<String, Object> body, Map<String, String> headers) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(address))
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(json.writeValueAsString(body)));
      headers.forEach(request::header);
      return send(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    HttpRequest built = request.timeout(TIMEOUT).build();
    try {
      return http.send(built, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(built.uri() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted while waiting for " + built.uri());
    }
  }

  private static String expect(int status, HttpResponse<String> response) {
    if (response.statusCode() != status) {
      throw new DemoFailure(
          response.request().method()
              + " "
              + response.uri()
              + " answered "
              + response.statusCode()
              + " instead of "
              + status
              + ": "
              + response.body());
    }
    return response.body();
  }

  private JsonNode parse(String body) {
    try {
      return json.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException("no JSON: " + body, e);
    }
  }
}
