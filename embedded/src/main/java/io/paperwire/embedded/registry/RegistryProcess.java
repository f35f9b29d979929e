package io.paperwire.embedded.registry;

import io.paperwire.embedded.BackendPrograms;
import io.paperwire.embedded.process.ChildProcess;
import io.paperwire.embedded.process.JavaProgram;
import io.paperwire.embedded.process.LoopbackPort;
import io.paperwire.embedded.process.Restartable;
import io.paperwire.embedded.process.RestartableChild;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A schema registry as a child process. */
public final class RegistryProcess implements Restartable, AutoCloseable {

  private static final String NAME = "schema registry";
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(3);

  private final int port;
  private final RestartableChild process;

  private RegistryProcess(int port, RestartableChild process) {
    this.port = port;
    this.process = process;
  }

  /**
   * Starts a registry; {@link #awaitReady()} tells when it serves.
   *
   * @param programs where it lies unpacked
   * @param folder its data; kept, and used again by the next registry that is given the same folder
   * @param port loopback port of its API
   */
  public static RegistryProcess start(BackendPrograms programs, Path folder, int port) {
    LoopbackPort.requireFree(port, "the " + NAME);
    Map<String, String> environment =
        Map.of(
            "QUARKUS_HTTP_HOST", "127.0.0.1",
            "QUARKUS_HTTP_PORT", Integer.toString(port),
            "QUARKUS_MANAGEMENT_HOST", "127.0.0.1",
            "QUARKUS_MANAGEMENT_PORT", Integer.toString(LoopbackPort.free()),
            "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false",
            "APICURIO_DATASOURCE_URL", "jdbc:h2:file:" + folder.resolve("schemas").toAbsolutePath(),
            "APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "1",
            "APICURIO_DATASOURCE_JDBC_MIN_SIZE", "1",
            "APICURIO_DATASOURCE_JDBC_MAX_SIZE", "8");
    JavaProgram program =
        new JavaProgram(
            programs.registry().resolve("quarkus-run.jar"),
            List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"),
            List.of(),
            programs.later());
    return new RegistryProcess(
        port, new RestartableChild(NAME, program, environment, folder.resolve("registry.out")));
  }

  /** Waits until the registry answers. */
  public void awaitReady() throws InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url() + "/subjects")).timeout(ANSWER_LIMIT).build();
      process.current().awaitReady(() -> answers(http, request), ChildProcess.START_LIMIT);
    }
  }

  /** Base address of Confluent's API. */
  public String url() {
    return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Path log() {
    return process.log();
  }

  @Override
  public String awaitEnd() throws InterruptedException {
    return process.awaitEnd();
  }

  /** Starts the registry again on the same port and data, and waits until it serves. */
  @Override
  public void restart() throws InterruptedException {
    process.restart();
    awaitReady();
  }

  @Override
  public void close() {
    process.close();
  }

  private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
