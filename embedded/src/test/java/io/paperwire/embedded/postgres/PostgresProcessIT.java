package io.paperwire.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.embedded.process.LoopbackPort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
