package io.paperwire.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes databases on a server, one a test class. */
final class Databases {

  private Databases() {}

  /** Creates a database where there is none of that name. */
  static void create(String serverUrl, String user, String password, String database) {
    try (Connection connection = DriverManager.getConnection(serverUrl, user, password);
        Statement statement = connection.createStatement()) {
      if (!exists(statement, database)) {
        statement.execute("create database " + statement.enquoteIdentifier(database, true));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("database '" + database + "' cannot be created", e);
    }
  }

  private static boolean exists(Statement statement, String database) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "select 1 from pg_database where datname = " + statement.enquoteLiteral(database))) {
      return rows.next();
    }
  }
}
