package io.paperwire.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.postgres.PostgresProcess.Limits;
import io.paperwire.embedded.process.LoopbackPort;
import io.paperwire.embedded.process.UserCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresProcessIT {

  /** Several tests use it, one after the other: the first of them makes the data. */
  @TempDir private static Path shared;

  @TempDir private Path folder;

  private final List<String> news = new CopyOnWriteArrayList<>();

  @Test
  void shouldKeepWhatIsCommitted() throws Exception {
    try (PostgresProcess server = PostgresProcess.start(shared, LoopbackPort.free())) {
      execute(server, "create table papers (title text)");
      execute(server, "insert into papers values ('Über Zitate')");
    }
    try (PostgresProcess server = PostgresProcess.start(shared, LoopbackPort.free())) {
      assertThat(query(server, "select title from papers")).isEqualTo("Über Zitate");
    }
  }

  @Test
  void shouldServeTheSameOnEveryMachine() throws Exception {
    try (PostgresProcess server = PostgresProcess.start(shared, LoopbackPort.free())) {
      assertThat(query(server, "show server_version")).startsWith("18.");
      assertThat(query(server, "show fsync")).isEqualTo("on");
      assertThat(query(server, "show server_encoding")).isEqualTo("UTF8");
      assertThat(query(server, "select lower('ÉCOLE')")).isEqualTo("école");
    }
  }

  /** Every user of the machine reaches its port. */
  @Test
  void shouldLetNobodyInWithoutThePasswordThatOnlyItsUserCanRead() throws Exception {
    try (PostgresProcess server = PostgresProcess.start(shared, LoopbackPort.free())) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "guessed"))
          .hasMessageContaining("password authentication failed");
      assertThat(
              query(server, "select count(*) from pg_hba_file_rules where auth_method = 'trust'"))
          .isEqualTo("0");
    }
    assertThat(PosixFilePermissions.toString(permissions(shared.resolve("password"))))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(permissions(UserCache.folder())))
        .isEqualTo("rwx------");
  }

  @Test
  void shouldSayWhichPasswordDoesNotFit() throws Exception {
    PostgresProcess.start(folder, LoopbackPort.free()).close();
    Files.delete(folder.resolve("password"));

    assertThatThrownBy(
            () ->
                start(
                    LoopbackPort.free(),
                    new Limits(
                        Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofMinutes(1))))
        .hasMessageStartingWith(
            "PostgreSQL does not take the password in " + folder.resolve("password"));
  }

  @Test
  void shouldStartAnewWhereAnInitialisationWasCutShort() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("postgresql.conf"), "");

    try (PostgresProcess server = PostgresProcess.start(folder, LoopbackPort.free())) {
      assertThat(query(server, "select 40 + 2")).isEqualTo("42");
    }
  }

  /** Also where the id that the dead server has left is another process's now. */
  @Test
  void shouldStartAgainAfterATryThatFailed() throws Exception {
    try (PostgresProcess server = PostgresProcess.start(shared, LoopbackPort.free())) {
      postmaster(shared).destroyForcibly();
      server.awaitEnd();
      Files.move(server.log(), shared.resolve("before.out"));
      Files.createDirectory(server.log());
      assertThatThrownBy(server::restart)
          .hasMessageStartingWith("PostgreSQL cannot be started in " + shared);

      Files.delete(server.log());
      Path left = shared.resolve("data/postmaster.pid");
      Files.writeString(left, ProcessHandle.current().pid() + "\n" + shared.resolve("data") + "\n");
      server.restart();

      assertThat(query(server, "select 40 + 2")).isEqualTo("42");
    }
  }

  @Test
  void shouldLeaveAServerToItsRecoveryThatATryBeforeHasStarted() throws Exception {
    try (PostgresProcess server = PostgresProcess.start(shared, LoopbackPort.free())) {
      ProcessHandle started = postmaster(shared);

      server.restart();

      assertThat(postmaster(shared)).isEqualTo(started);
      assertThat(query(server, "select 40 + 2")).isEqualTo("42");
    }
  }

  /** A standby takes no connections, as a server that reads its log, until it is promoted. */
  @Test
  void shouldWaitForARecoveryThatTakesLongerThanAStartAndStopTheOneThatItGivesUp()
      throws Exception {
    int port = LoopbackPort.free();
    Duration start = Duration.ofSeconds(3);
    PostgresProcess.start(folder, port).close();
    Path data = folder.resolve("data");
    Files.createFile(data.resolve("standby.signal"));
    Files.writeString(data.resolve("postgresql.auto.conf"), "hot_standby = off\n");

    assertThatThrownBy(
            () -> start(port, new Limits(start, Duration.ofMillis(1), Duration.ofSeconds(9))))
        .hasMessageStartingWith("PostgreSQL is not ready after 0 minutes. Its log: ");
    assertThat(data.resolve("postmaster.pid")).doesNotExist();

    long askedByTheLibraryAtMost = start.dividedBy(Duration.ofMillis(100)) + 1;
    Files.delete(folder.resolve("postgres.out"));
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<PostgresProcess> server =
          executor.submit(
              () -> start(port, new Limits(start, Duration.ofMinutes(5), Duration.ofSeconds(1))));
      await()
          .atMost(2, TimeUnit.MINUTES)
          .until(() -> server.isDone() || refusals() > askedByTheLibraryAtMost);
      if (!server.isDone()) {
        promote();
      }
      try (PostgresProcess recovered = server.get()) {
        assertThat(query(recovered, "select 40 + 2")).isEqualTo("42");
      }
    }
    assertThat(news).anyMatch(line -> line.startsWith("PostgreSQL has been starting for"));
  }

  private PostgresProcess start(int port, Limits limits) throws InterruptedException {
    return PostgresProcess.start(folder, port, limits, news::add);
  }

  /** How many connections the server has refused. */
  private long refusals() throws IOException {
    Path log = folder.resolve("postgres.out");
    if (Files.notExists(log)) {
      return 0;
    }
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.contains("FATAL:")).count();
    }
  }

  private void promote() throws Exception {
    Files.createFile(folder.resolve("data/promote"));
    new ProcessBuilder("kill", "-USR1", Long.toString(postmaster(folder).pid())).start().waitFor();
  }

  /** As that of a server in a container whose first process is this one. */
  @Test
  void shouldSeeTheEndOfAProcessWhoseParentDoesNotAskForIt() throws Exception {
    Process parent = new ProcessBuilder("sh", "-c", "sleep 300 & echo $!; exec sleep 600").start();
    try {
      ProcessHandle child =
          ProcessHandle.of(Long.parseLong(parent.inputReader().readLine())).orElseThrow();
      // A shell may ask for children that end; what it becomes does not.
      await()
          .atMost(1, TimeUnit.MINUTES)
          .until(() -> parent.info().arguments().map(List::of).equals(Optional.of(List.of("600"))));
      child.destroyForcibly();

      await().atMost(1, TimeUnit.MINUTES).until(() -> !PostgresProcess.runs(child));

      assertThat(child.isAlive()).isTrue();
      assertThat(PostgresProcess.runs(parent.toHandle())).isTrue();
    } finally {
      parent.destroyForcibly();
    }
  }

  private static Set<PosixFilePermission> permissions(Path file) throws IOException {
    return Files.getPosixFilePermissions(file);
  }

  private static ProcessHandle postmaster(Path folder) throws IOException {
    try (var lines = Files.lines(folder.resolve("data/postmaster.pid"))) {
      return ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow().strip()))
          .orElseThrow();
    }
  }

  private static void execute(PostgresProcess server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(PostgresProcess server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static Connection connect(PostgresProcess server) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
  }
}
