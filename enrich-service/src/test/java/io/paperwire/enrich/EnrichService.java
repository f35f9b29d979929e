package io.paperwire.enrich;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.paperwire.testing.Backends;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The whole service inside the test's JVM, on a free port. */
final class EnrichService implements AutoCloseable {

  private final EmbeddedServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  private EnrichService(EmbeddedServer server) {
    this.server = server;
  }

  /** Starts the service with the given configuration. */
  static EnrichService start(Map<String, Object> settings) {
    return new EnrichService(ApplicationContext.run(EmbeddedServer.class, settings));
  }

  /**
   * Configuration of a service on backends, without the vector stage: one record a paper.
   *
   * @param prefix of its topics and group, so that tests do not meet
   * @param state folder of its stores
   */
  static Map<String, Object> settings(Backends backends, String prefix, Path state) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("micronaut.server.port", -1);
    settings.put("kafka.bootstrap.servers", backends.bootstrapServers());
    settings.put("paperwire.registry.url", backends.registryUrl());
    settings.put("paperwire.topics.prefix", prefix);
    settings.put("paperwire.topics.partitions", 3);
    settings.put("paperwire.streams.application-id", prefix + "enrich");
    settings.put("paperwire.streams.state-directory", state.toString());
    settings.put("paperwire.vectors.enabled", false);
    return settings;
  }

  /** What {@code /health} answers: the status code, a space, and the body. */
  String health() {
    return get("/health");
  }

  /** The status and body that a path answers with, or why there is no answer. */
  String get(String path) {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(server.getURI().resolve(path)).build(),
              BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e.toString();
    }
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
