package io.paperwire.standalone.system;

import io.paperwire.embedded.process.ChildProcess;
import io.paperwire.embedded.process.JavaProgram;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A service as a child process that is started again when it dies. */
public final class ServiceProcess implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration RESTART_PAUSE = Duration.ofMillis(500);
  private static final List<String> JVM_OPTIONS =
      List.of("-Xmx192m", "-Xss512k", "-XX:TieredStopAtLevel=1", "-XX:MaxMetaspaceSize=160m");

  private final Service service;
  private final JavaProgram program;
  private final Map<String, String> environment;
  private final Path log;
  private final HealthProbe health;
  private final Consumer<String> news;
  private ChildProcess process;
  private final CountDownLatch closing = new CountDownLatch(1);

  private ServiceProcess(
      Service service,
      JavaProgram program,
      Map<String, String> environment,
      Path log,
      HealthProbe health,
      Consumer<String> news) {
    this.service = service;
    this.program = program;
    this.environment = environment;
    this.log = log;
    this.health = health;
    this.news = news;
    this.process = launch(program);
  }

  /**
   * Starts a service; {@link #awaitUp} tells when it works.
   *
   * @param news told when the service has died and is started again
   */
  static ServiceProcess start(
      Service service,
      Distribution distribution,
      SystemSettings settings,
      Map<String, String> environment,
      HttpClient http,
      Consumer<String> news) {
    int port = settings.ports().of(service);
    return new ServiceProcess(
        service,
        new JavaProgram(distribution.jar(service), JVM_OPTIONS, List.of(), distribution.later()),
        environment,
        settings.logs().resolve(service.artifact() + ".log"),
        new HealthProbe(http, settings.host(), port),
        news);
  }

  /**
   * Waits until the service says that it, and all it needs, works.
   *
   * @param check made before each look; throws if there is nothing to wait for any more
   */
  void awaitUp(Runnable check) throws InterruptedException {
    current()
        .awaitReady(
            () -> {
              check.run();
              return health.isUp();
            },
            START_LIMIT);
  }

  /** Whether the service says now that it, and all it needs, works. */
  public boolean isUp() throws InterruptedException {
    return health.isUp();
  }

  /** Kills the service (SIGKILL). It is started again, as after any other death. */
  public void kill() throws InterruptedException {
    current().kill();
  }

  /** Id of the process that runs now. */
  public long pid() {
    return current().pid();
  }

  @Override
  public void close() {
    closing.countDown();
    current().close();
  }

  private synchronized ChildProcess current() {
    return process;
  }

  private ChildProcess launch(JavaProgram run) {
    ChildProcess started = ChildProcess.start(service.artifact(), run, environment, log);
    Thread.ofVirtual().name("watch-" + service.artifact()).start(() -> watch(started));
    return started;
  }

  private void watch(ChildProcess watched) {
    try {
      int code = watched.awaitEnd();
      if (closing.await(RESTART_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      news.accept(
          service.artifact() + " ended with code " + code + " and is started again; see " + log);
      synchronized (this) {
        if (closing.getCount() > 0) {
          // After a death nobody waits until it is up, so it cannot leave its classes.
          process = launch(program.once());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
