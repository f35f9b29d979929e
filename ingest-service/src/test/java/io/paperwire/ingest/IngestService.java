package io.paperwire.ingest;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.paperwire.testing.Backends;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;

/** The whole service inside the test's JVM, on a free port. */
public final class IngestService implements AutoCloseable {

  /** A key that {@link #API_KEY_SHA256} lets in. */
  public static final String API_KEY = "a key for tests";

  /** The SHA-256 of {@link #API_KEY}. */
  public static final String API_KEY_SHA256 =
      "aae24849842d7082b66f57ce8270bd04da2c39ffb97df22803c270983032c4e5";

  private final EmbeddedServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  private IngestService(EmbeddedServer server) {
    this.server = server;
  }

  /**
   * Starts the service.
   *
   * @param prefix of its topics, so that test classes do not meet
   * @param properties further configuration
   */
  public static IngestService start(
      Backends backends, String prefix, Map<String, Object> properties) {
    Map<String, Object> all = new HashMap<>(settings(backends, prefix));
    all.put("micronaut.server.port", -1);
    all.put("paperwire.ingest.instance", "in-" + prefix);
    all.putAll(properties);
    return new IngestService(ApplicationContext.run(EmbeddedServer.class, all));
  }

  /** Where the backends are, and which topics to use. */
  public static Map<String, Object> settings(Backends backends, String prefix) {
    return Map.of(
        "kafka.bootstrap.servers",
        backends.bootstrapServers(),
        "paperwire.registry.url",
        backends.registryUrl(),
        "paperwire.topics.prefix",
        prefix,
        "paperwire.topics.partitions",
        3);
  }

  /** Asks for a page. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(server.getURI().resolve(path)).build(), BodyHandlers.ofString());
  }

  /** Asks for {@code /health}. */
  public String health() {
    try {
      return get("/health").body();
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e.toString();
    }
  }

  /** Where a path of the service is. */
  public URI address(String path) {
    return server.getURI().resolve(path);
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
