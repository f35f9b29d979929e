package io.paperwire.standalone.system;

import io.paperwire.embedded.process.ChildProcess;
import io.paperwire.embedded.process.JavaProgram;
import io.paperwire.embedded.process.Restartable;
import io.paperwire.embedded.process.RestartableChild;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A service as a child process. */
public final class ServiceProcess implements Restartable, AutoCloseable {

  private static final List<String> JVM_OPTIONS =
      List.of(
          "-Xmx192m",
          "-Xss512k",
          "-XX:TieredStopAtLevel=1",
          "-XX:MaxMetaspaceSize=160m",
          "-XX:+ExitOnOutOfMemoryError"); // it is started again, where a stream would stay ended

  private final Service service;
  private final RestartableChild process;
  private final HealthProbe health;

  private ServiceProcess(Service service, RestartableChild process, HealthProbe health) {
    this.service = service;
    this.process = process;
    this.health = health;
  }

  /** Starts a service; {@link #awaitUp} tells when it works. */
  static ServiceProcess start(
      Service service,
      Distribution distribution,
      SystemSettings settings,
      Map<String, String> environment,
      HttpClient http) {
    return new ServiceProcess(
        service,
        new RestartableChild(
            service.artifact(),
            new JavaProgram(
                distribution.jar(service), JVM_OPTIONS, List.of(), distribution.later()),
            environment,
            settings.logs().resolve(service.artifact() + ".log")),
        new HealthProbe(http, settings.host(), settings.ports().of(service)));
  }

  /**
   * Waits until the service says that it, and all it needs, works.
   *
   * @param check made before each look; throws if there is nothing to wait for any more
   */
  void awaitUp(Runnable check) throws InterruptedException {
    process
        .current()
        .awaitReady(
            () -> {
              check.run();
              return health.isUp();
            },
            ChildProcess.START_LIMIT);
  }

  /** Whether the service says now that it, and all it needs, works. */
  public boolean isUp() throws InterruptedException {
    return health.isUp();
  }

  /** Kills the service (SIGKILL). */
  public void kill() throws InterruptedException {
    process.current().kill();
  }

  @Override
  public String name() {
    return service.artifact();
  }

  @Override
  public Path log() {
    return process.log();
  }

  @Override
  public String awaitEnd() throws InterruptedException {
    return process.awaitEnd();
  }

  /**
   * Starts the service again and waits until it answers. What it needs besides, a mail server for
   * one, may be away: that is no reason to give it up.
   */
  @Override
  public void restart() throws InterruptedException {
    process.restart();
    process.current().awaitReady(health::answers, ChildProcess.START_LIMIT);
  }

  @Override
  public void close() {
    process.close();
  }
}
