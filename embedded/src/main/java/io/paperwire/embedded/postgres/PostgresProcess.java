package io.paperwire.embedded.postgres;

import io.paperwire.embedded.EmbeddedException;
import io.paperwire.embedded.EmbeddedException.Reason;
import io.paperwire.embedded.process.BoundedLog;
import io.paperwire.embedded.process.Lifeline;
import io.paperwire.embedded.process.LoopbackPort;
import io.paperwire.embedded.process.PrivateFolders;
import io.paperwire.embedded.process.Restartable;
import io.paperwire.embedded.process.UserCache;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A PostgreSQL server as a child process. */
public final class PostgresProcess implements Restartable, AutoCloseable {

  private static final String NAME = "PostgreSQL";
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
  private static final Duration WATCH_PAUSE = Duration.ofMillis(250);
  private static final Duration END_PAUSE = Duration.ofMillis(50);

  /**
   * Where the server's programs are unpacked, once for all servers of a user. The library lets all
   * users of the machine write there, which those do not get to who may not look into the folder
   * around it.
   */
  private static final Path BINARIES = UserCache.folder().resolve("postgres");

  /** SQLSTATE of the server for a wrong password, and of the driver where it is asked for one. */
  private static final Set<String> NOT_LET_IN = Set.of("28P01", "08004");

  private final PostgresFolder folder;
  private final int port;
  private final Limits limits;
  private final Consumer<String> news;
  private final Lifeline lifeline;
  private Optional<EmbeddedPostgres> server = Optional.empty();
  private Optional<ProcessHandle> process = Optional.empty();
  private final CountDownLatch closed = new CountDownLatch(1);

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

  private PostgresProcess(PostgresFolder folder, int port, Limits limits, Consumer<String> news) {
    this.folder = folder;
    this.port = port;
    this.limits = limits;
    this.news = news;
    // SIGINT is its fast shutdown: open connections are ended, data is flushed.
    this.lifeline = Lifeline.of(folder.pidFile(), folder.lifeline(), "postgres", "INT");
    BoundedLog.of(folder.log()).keep(time -> closed.await(time.toMillis(), TimeUnit.MILLISECONDS));
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
    PostgresFolder kept = new PostgresFolder(folder);
    stopRunning(kept);
    LoopbackPort.requireFree(port, NAME);
    makeFolders(kept);
    PostgresProcess started = new PostgresProcess(kept, port, limits, news);
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
    return new PostgresFolder(folder).isMade();
  }

  private EmbeddedPostgres started() {
    try {
      folder.forgetLocks();
      return builder().start();
    } catch (IOException | IllegalStateException e) {
      throw new EmbeddedException(
          Reason.CHILD_ENDED,
          NAME
              + " cannot be started in "
              + folder.path()
              + ": "
              + e.getMessage()
              + ". Its log: "
              + log(),
          e);
    }
  }

  /** Address of the server's only database. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /** Name of the user. */
  public String user() {
    return "postgres";
  }

  /** The user's password; empty where data of an earlier version ask for none. */
  public String password() {
    return folder.password();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Path log() {
    return folder.log();
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
    if (closed.getCount() == 0) {
      throw new EmbeddedException(Reason.CHILD_ENDED, NAME + " has been stopped");
    }
    try (StartNews _ = StartNews.begin(log(), limits.silence(), news)) {
      if (folder.running().isEmpty()) {
        launch();
      }
      awaitServing();
    }
    process = Optional.of(running());
  }

  /** Has the library start the server; one that it gives up may well be in its recovery. */
  private void launch() throws InterruptedException {
    release();
    try {
      server = Optional.of(started());
    } catch (EmbeddedException e) {
      if (folder.running().isEmpty()) {
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
      running();
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
    try (Connection _ = DriverManager.getConnection(jdbcUrl(), user(), password())) {
      return true;
    } catch (SQLException e) {
      if (NOT_LET_IN.contains(String.valueOf(e.getSQLState()))) {
        throw new EmbeddedException(
            Reason.NOT_READY,
            NAME
                + " does not take the password in "
                + folder.passwordFile()
                + ": restore that file, which was made with the data",
            e);
      }
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
    closed.countDown();
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
        && folder.running().isEmpty()) {
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
  private EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setOverrideWorkingDirectory(BINARIES.toFile())
        .setDataDirectory(folder.data())
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setConnectConfig("password", password())
        // What the library says to initdb about the locale is said as it is, so other things may
        // be.
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", folder.passwordFile().toAbsolutePath().toString())
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
        .setOutputRedirector(Redirect.appendTo(log().toFile()))
        .setErrorRedirector(Redirect.appendTo(log().toFile()));
  }

  private static void makeFolders(PostgresFolder folder) {
    try {
      PrivateFolders.close(UserCache.folder());
      Files.createDirectories(BINARIES);
      folder.make();
    } catch (IOException e) {
      throw new EmbeddedException(
          Reason.FOLDER_NOT_WRITABLE,
          NAME + " needs to write to " + folder.path() + " and " + BINARIES,
          e);
    }
  }

  private ProcessHandle running() {
    return folder
        .running()
        .orElseThrow(
            () ->
                new EmbeddedException(
                    Reason.CHILD_ENDED, NAME + " has ended before it served. Its log: " + log()));
  }

  private static void stopRunning(PostgresFolder folder) throws InterruptedException {
    Optional<ProcessHandle> running = folder.running();
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
}
