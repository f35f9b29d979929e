package io.paperwire.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.embedded.Backend;
import io.paperwire.embedded.process.LoopbackPort;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
final class BackendsIT {

  private final Backends backends;

  BackendsIT(Backends backends) {
    this.backends = backends;
  }

  @Test
  void shouldBringABrokerWhoseDataOutlivesAKill() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", backends.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic("backends-it", 1, (short) 1))).all().get();

      backends.killBroker();
      backends.restartBroker();

      assertThat(admin.listTopics().names().get()).contains("backends-it");
    }
  }

  @Test
  void shouldBringARegistry() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(
              http.send(
                      HttpRequest.newBuilder(URI.create(backends.registryUrl() + "/subjects"))
                          .build(),
                      BodyHandlers.discarding())
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void shouldBringAnEmptyDatabaseForEachName() throws Exception {
    execute("backends_it_one", "create table papers (title text)");
    execute("backends_it_one", "insert into papers values ('kept')");
    execute("backends_it_two", "create table papers (title text)");

    assertThat(count("backends_it_one")).isEqualTo(1);
    assertThat(count("backends_it_two")).isZero();
  }

  @Test
  void shouldBringAMailbox() {
    assertThat(LoopbackPort.answers(backends.mailbox().smtpPort())).isTrue();
  }

  @Nested
  final class InANestedClass {

    @Test
    void shouldBringTheSame(Backends nested) {
      assertThat(nested.bootstrapServers()).isEqualTo(backends.bootstrapServers());
    }
  }

  private void execute(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long count(String database) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from papers")) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1);
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        backends.jdbcUrl(database), backends.databaseUser(), backends.databasePassword());
  }
}
