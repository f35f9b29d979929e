package io.paperwire.embedded.postgres;

import io.paperwire.embedded.EmbeddedException;
import io.paperwire.embedded.EmbeddedException.Reason;
import io.paperwire.embedded.process.Lifeline;
import io.paperwire.embedded.process.LoopbackPort;
import io.paperwire.embedded.process.Restartable;
import io.paperwire.embedded.process.UserCache;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;

/** A PostgreSQL server as a child process. */
public final class PostgresProcess implements Restartable, AutoCloseable {

  private static final String NAME = "PostgreSQL";
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
  private static final Duration WATCH_PAUSE = Duration.ofMillis(250);
  private static final Duration END_PAUSE = Duration.ofMillis(50);

  /**
   * Where the server's programs are unpacked, once for all servers of a user. Not the library's
   * choice, a folder that all users of the machine can write: programs that are run do not belong
   * there.
   */
  private static final Path BINARIES = UserCache.folder();

  private final Path folder;
  private final int port;
  private final Limits limits;
  private final Consumer<String> news;
  private final Lifeline lifeline;
  private Optional<EmbeddedPostgres> server = Optional.empty();
  private Optional<ProcessHandle> process = Optional.empty();
  private boolean closed;

  /**
   * How long a server may take until it serves.
   *
   * @param start how long the library waits for it, which does not see whether it runs at all
   * @param recovery how much longer, if it runs: after a crash it reads its log again, which may
   *     hold a gigabyte, before it serves
   * @param silence how long nothing is said meanwhile
   */
  record Limits(Duration start, Duration recovery, Duration silence) {
    private static final Limits STANDARD =
        new Limits(Duration.ofSeconds(60), Duration.ofMinutes(10), Duration.ofSeconds(15));
  }

  private PostgresProcess(Path folder, int port, Limits limits, Consumer<String> news) {
    this.folder = folder;
    this.port = port;
    this.limits = limits;
    this.news = news;
    // SIGINT is its fast shutdown: open connections are ended, data is flushed.
    this.lifeline = Lifeline.of(pidFile(folder), "postgres", "INT");
  }

  /**
   * Starts a server and waits until it serves. A server that an earlier, killed launcher left
   * behind on the same folder is stopped first.
   *
   * @param folder its data; kept, and used again by the next server that is given the same folder
   * @param port loopback port
   */
  public static PostgresProcess start(Path folder, int port) throws InterruptedException {
    return start(folder, port, _ -> {});
  }

  /**
   * The same, which says at times that it has to wait, and whether for a recovery.
   *
   * @param news told now and whenever the server is started again, one line each
   */
  public static PostgresProcess start(Path folder, int port, Consumer<String> news)
      throws InterruptedException {
    return start(folder, port, Limits.STANDARD, news);
  }

  static PostgresProcess start(Path folder, int port, Limits limits, Consumer<String> news)
      throws InterruptedException {
    stopRunning(folder);
    LoopbackPort.requireFree(port, NAME);
    makeFolders(folder);
    PostgresProcess started = new PostgresProcess(folder, port, limits, news);
    boolean serves = false;
    try {
      started.restart();
      serves = true;
      return started;
    } finally {
      if (!serves) {
        started.close();
      }
    }
  }

  /**
   * Whether a folder holds the data of a server. If not, a start makes them first, and may not be
   * interrupted: the library would leave a program behind that goes on with it.
   */
  public static boolean isMade(Path folder) {
    return hasBegun(folder.resolve("data"));
  }

  private EmbeddedPostgres started() {
    Path log = log();
    try {
      forgetLocks(folder);
      return builder(log).start();
    } catch (IOException | IllegalStateException e) {
      throw new EmbeddedException(
          Reason.CHILD_ENDED,
          NAME + " cannot be started in " + folder + ": " + e.getMessage() + ". Its log: " + log,
          e);
    }
  }

  /**
   * Deletes what would refuse a server that may well start: whoever owns the folder has a lock of
   * their own on it. A start that fails leaves its lock in the library's hands. PostgreSQL takes an
   * id that it has left behind for a running server if any process has that id, even one that is
   * dead but not asked for; by its shared memory it still tells whether its old children run.
   */
  private static void forgetLocks(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve("data").resolve("epg-lock"));
    if (running(pidFile(folder)).isEmpty()) {
      Files.deleteIfExists(pidFile(folder));
    }
  }

  /** Address of the server's only database, for a user without password. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /** Name of the user. */
  public String user() {
    return "postgres";
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Path log() {
    return log(folder);
  }

  private static Path log(Path folder) {
    return folder.resolve("postgres.out");
  }

  /** Looks again and again: the server is no child of this process, so nobody tells its end. */
  @Override
  public String awaitEnd() throws InterruptedException {
    ProcessHandle watched = current();
    while (runs(watched)) {
      Thread.sleep(WATCH_PAUSE);
    }
    return "ended";
  }

  /**
   * Starts the server again on the same port and data, and waits until it serves. One that an
   * earlier call has started and given up is left to its recovery, which would have to begin anew.
   */
  @Override
  public synchronized void restart() throws InterruptedException {
    if (closed) {
      throw new EmbeddedException(Reason.CHILD_ENDED, NAME + " has been stopped");
    }
    try (StartNews _ = StartNews.begin(log(), limits.silence(), news)) {
      if (running(pidFile(folder)).isEmpty()) {
        launch();
      }
      awaitServing();
    }
    process = Optional.of(process(folder));
  }

  /** Has the library start the server; one that it gives up may well be in its recovery. */
  private void launch() throws InterruptedException {
    release();
    try {
      server = Optional.of(started());
    } catch (EmbeddedException e) {
      if (running(pidFile(folder)).isEmpty()) {
        throw e;
      }
    }
    // The library stops waiting then, and says nothing.
    if (Thread.interrupted()) {
      throw new InterruptedException("the start of " + NAME + " was broken off");
    }
  }

  private void awaitServing() throws InterruptedException {
    long deadline = System.nanoTime() + limits.recovery().toNanos();
    while (!serves()) {
      process(folder);
      if (System.nanoTime() > deadline) {
        throw new EmbeddedException(
            Reason.NOT_READY,
            NAME
                + " is not ready after "
                + limits.recovery().toMinutes()
                + " minutes. Its log: "
                + log());
      }
      Thread.sleep(WATCH_PAUSE);
    }
  }

  private boolean serves() {
    try (Connection _ = DriverManager.getConnection(jdbcUrl(), user(), "")) {
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private synchronized ProcessHandle current() {
    return process.orElseThrow();
  }

  /**
   * Stops the server, ending the connections that are open. Signals the process itself: where the
   * caller is root, the library runs the server in a user namespace that its own stop command
   * cannot reach.
   */
  @Override
  public synchronized void close() {
    closed = true;
    try (lifeline) {
      awaitStarted();
      stopRunning(folder);
      release();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A server whose start was broken off can be stopped as soon as it has written its id. */
  private void awaitStarted() throws InterruptedException {
    while (server.filter(started -> started.getProcess().isAlive()).isPresent()
        && running(pidFile(folder)).isEmpty()) {
      Thread.sleep(END_PAUSE);
    }
  }

  /** Has the library let go of the folder of a server that has ended. */
  private void release() {
    try {
      if (server.isPresent()) {
        server.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(NAME + " cannot be stopped", e);
    } finally {
      server = Optional.empty();
    }
  }

  /**
   * A server whose data survives a crash of the machine, which the library's own defaults would not
   * give, and that sorts and folds letters the same on every machine.
   */
  private EmbeddedPostgres.Builder builder(Path log) {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setOverrideWorkingDirectory(BINARIES.toFile())
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        // Nobody uses one, and it would be locked by the id of a process, too.
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "60")
        .setServerConfig("shared_buffers", "32MB")
        .setPGStartupWait(limits.start())
        .setOutputRedirector(Redirect.appendTo(log.toFile()))
        .setErrorRedirector(Redirect.appendTo(log.toFile()));
  }

  private static void makeFolders(Path folder) {
    try {
      Files.createDirectories(BINARIES);
      Files.createDirectories(folder);
      discardUnfinished(folder.resolve("data"));
    } catch (IOException e) {
      throw new EmbeddedException(
          Reason.FOLDER_NOT_WRITABLE,
          NAME + " needs to write to " + folder + " and " + BINARIES + ": " + e,
          e);
    }
  }

  /** Deletes what an initialisation that was cut short has left behind. */
  private static void discardUnfinished(Path data) throws IOException {
    if (Files.exists(data) && !hasBegun(data)) {
      try (var files = Files.walk(data)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Whether a server ever ran on these data: each leaves its options there. */
  private static boolean hasBegun(Path data) {
    return Files.exists(data.resolve("postmaster.opts"));
  }

  /** File that holds the id of the server's process while it runs. */
  private static Path pidFile(Path folder) {
    return folder.resolve("data").resolve("postmaster.pid");
  }

  private static ProcessHandle process(Path folder) {
    return running(pidFile(folder))
        .orElseThrow(
            () ->
                new EmbeddedException(
                    Reason.CHILD_ENDED,
                    NAME + " has ended before it served. Its log: " + log(folder)));
  }

  private static void stopRunning(Path folder) throws InterruptedException {
    Optional<ProcessHandle> running = running(pidFile(folder));
    if (running.isPresent()) {
      interrupt(running.get());
    }
  }

  /** SIGINT is PostgreSQL's fast shutdown: open connections are ended, data is flushed. */
  private static void interrupt(ProcessHandle server) throws InterruptedException {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run kill", e);
    }
    long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
    while (runs(server)) {
      if (System.nanoTime() > deadline) {
        server.destroyForcibly();
        return;
      }
      Thread.sleep(END_PAUSE);
    }
  }

  /**
   * Whether a process runs. One that has ended counts as alive until its parent has asked how, and
   * the first process of a container, whose child a detached server becomes, may never ask; but it
   * has no program any more.
   */
  static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  /** The server that a pid file names; a stale file may name an id that another program has now. */
  private static Optional<ProcessHandle> running(Path pidFile) {
    try (var lines = Files.lines(pidFile)) {
      return lines
          .findFirst()
          .map(line -> Long.valueOf(line.strip()))
          .flatMap(ProcessHandle::of)
          .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + pidFile, e);
    }
  }
}
