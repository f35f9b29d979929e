package io.paperwire.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.process.LoopbackPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresProcessIT {

  @TempDir private Path folder;

  @Test
  void shouldKeepWhatIsCommitted() throws Exception {
    try (PostgresProcess server = PostgresProcess.start(folder, LoopbackPort.free())) {
      execute(server, "create table papers (title text)");
      execute(server, "insert into papers values ('Über Zitate')");
    }
    try (PostgresProcess server = PostgresProcess.start(folder, LoopbackPort.free())) {
      assertThat(query(server, "select title from papers")).isEqualTo("Über Zitate");
    }
  }

  @Test
  void shouldServeTheSameOnEveryMachine() throws Exception {
    try (PostgresProcess server = PostgresProcess.start(folder, LoopbackPort.free())) {
      assertThat(query(server, "show server_version")).startsWith("18.");
      assertThat(query(server, "show fsync")).isEqualTo("on");
      assertThat(query(server, "show server_encoding")).isEqualTo("UTF8");
      assertThat(query(server, "select lower('ÉCOLE')")).isEqualTo("école");
    }
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
    try (PostgresProcess server = PostgresProcess.start(folder, LoopbackPort.free())) {
      postmaster().destroyForcibly();
      server.awaitEnd();
      Files.move(server.log(), folder.resolve("before.out"));
      Files.createDirectory(server.log());
      assertThatThrownBy(server::restart)
          .hasMessageStartingWith("PostgreSQL cannot be started in " + folder);

      Files.delete(server.log());
      Path left = folder.resolve("data/postmaster.pid");
      Files.writeString(left, ProcessHandle.current().pid() + "\n" + folder.resolve("data") + "\n");
      server.restart();

      assertThat(query(server, "select 40 + 2")).isEqualTo("42");
    }
  }

  @Test
  void shouldLeaveAServerToItsRecoveryThatATryBeforeHasStarted() throws Exception {
    try (PostgresProcess server = PostgresProcess.start(folder, LoopbackPort.free())) {
      ProcessHandle started = postmaster();

      server.restart();

      assertThat(postmaster()).isEqualTo(started);
      assertThat(query(server, "select 40 + 2")).isEqualTo("42");
    }
  }

  /** As that of a server in a container whose first process is this one. */
  @Test
  void shouldSeeTheEndOfAProcessWhoseParentDoesNotAskForIt() throws Exception {
    Process parent = new ProcessBuilder("sh", "-c", "sleep 0 & echo $!; exec sleep 600").start();
    try {
      ProcessHandle child =
          ProcessHandle.of(Long.parseLong(parent.inputReader().readLine())).orElseThrow();

      await().atMost(1, TimeUnit.MINUTES).until(() -> !PostgresProcess.runs(child));

      assertThat(child.isAlive()).isTrue();
      assertThat(PostgresProcess.runs(parent.toHandle())).isTrue();
    } finally {
      parent.destroyForcibly();
    }
  }

  private ProcessHandle postmaster() throws IOException {
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
    return DriverManager.getConnection(server.jdbcUrl(), server.user(), "");
  }
}
