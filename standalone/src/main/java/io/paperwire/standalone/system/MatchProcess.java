package io.paperwire.standalone.system;

import io.paperwire.bench.stream.MatchInstance;
import io.paperwire.embedded.EmbeddedBackends;
import io.paperwire.embedded.process.ChildProcess;
import io.paperwire.embedded.process.JavaProgram;
import io.paperwire.embedded.process.LoopbackPort;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** notify-service with the role match alone, for benchmarks. */
public final class MatchProcess implements MatchInstance, AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(10);

  private final JavaProgram program;
  private final Map<String, String> environment;
  private final Path log;
  private final HealthProbe health;
  private @Nullable ChildProcess process;

  /**
   * A process that does not run yet.
   *
   * @param distribution where the service's jar is
   * @param backends a broker and a registry
   * @param folder takes its state and its log
   * @param heap of its JVM, such as 4g
   * @param threads that process records
   * @param partitions of each topic
   */
  public MatchProcess(
      Distribution distribution,
      EmbeddedBackends backends,
      Path folder,
      String heap,
      int threads,
      int partitions,
      HttpClient http) {
    int port = LoopbackPort.free();
    this.program =
        new JavaProgram(
            distribution.jar(Service.NOTIFY),
            List.of("-Xmx" + heap, "-XX:-UseSerialGC", "-XX:+UseG1GC"),
            List.of(),
            distribution.later());
    this.environment =
        Map.of(
            "MICRONAUT_SERVER_HOST", "127.0.0.1",
            "MICRONAUT_SERVER_PORT", Integer.toString(port),
            "KAFKA_BOOTSTRAP_SERVERS", backends.broker().bootstrapServers(),
            "PAPERWIRE_REGISTRY_URL", backends.registry().url(),
            "PAPERWIRE_ROLES", "match",
            "PAPERWIRE_DATABASE_ENABLED", "false",
            "PAPERWIRE_TOPICS_PARTITIONS", Integer.toString(partitions),
            "PAPERWIRE_STREAMS_THREADS", Integer.toString(threads),
            "PAPERWIRE_STREAMS_APPLICATION_ID", GROUP,
            "PAPERWIRE_STREAMS_STATE_DIRECTORY", folder.resolve("state").toString());
    this.log = folder.resolve("match.log");
    this.health = new HealthProbe(http, "127.0.0.1", port);
  }

  /** The application id. */
  public static final String GROUP = "match-bench";

  @Override
  public void start() {
    process = ChildProcess.start("match", program, environment, log);
  }

  @Override
  public void awaitUp() throws InterruptedException {
    running().awaitReady(health::isUp, START_LIMIT);
  }

  @Override
  public long backlog() throws InterruptedException {
    return health.detail("/details/backlog/details/papers").orElse(Long.MAX_VALUE);
  }

  @Override
  public Duration processorTime() {
    return ProcessHandle.of(running().pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  @Override
  public void stop() {
    running().close();
  }

  @Override
  public void kill() throws InterruptedException {
    running().kill();
  }

  @Override
  public void close() {
    Optional.ofNullable(process).ifPresent(ChildProcess::close);
  }

  private ChildProcess running() {
    return Optional.ofNullable(process)
        .orElseThrow(() -> new IllegalStateException("it was not started"));
  }
}
