package io.paperwire.notify.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.notify.web.RunningWeb;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
@TestInstance(Lifecycle.PER_CLASS)
final class DatabaseOutageIT {

  private static final String NAME = "outage_it";
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Backends backends;
  private final RunningWeb web;

  DatabaseOutageIT(Backends backends) {
    this.backends = backends;
    web =
        RunningWeb.start(
            backends,
            "outage-it",
            Map.of(
                "datasources.default.connection-timeout",
                1000,
                "paperwire.database.timeout",
                "2s",
                // A migration takes longer, and must be done all the same.
                "flyway.datasources.default.locations",
                "classpath:db/migration,classpath:db/slow"));
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void shouldSayThatTheDatabaseIsAwayAndWorkAgainWhenItIsBack() throws SQLException {
    administer("alter database " + NAME + " with allow_connections false");
    administer(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + NAME + "'");

    HttpResponse<String> page = web.get("/");
    HttpResponse<String> answer = web.get("/api/papers");
    HttpResponse<String> form =
        web.post("/subscribe", "address=a%40outage.example.org&phrases=robots");

    administer("alter database " + NAME + " with allow_connections true");

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("<h1>We will be back</h1>", "The database does not answer.");
    assertThat(page.headers().firstValue("retry-after")).contains("10");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.body()).contains("The database does not answer.");
    assertThat(form.statusCode()).isEqualTo(503);
    // The pool asks again in growing pauses, of ten seconds at most.
    await().atMost(LIMIT).until(() -> web.get("/").statusCode() == 200);
  }

  @Test
  void shouldNotWaitForADatabaseThatIsSilent() {
    Jdbi database = web.bean(Jdbi.class);

    assertThatThrownBy(() -> database.useHandle(handle -> handle.execute("select pg_sleep(60)")))
        .cause()
        .isInstanceOfSatisfying(
            SQLException.class, failure -> assertThat(failure.getSQLState()).isEqualTo("08006"));

    assertThat(web.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldWriteNeitherAddressesNorInterestsIntoTheLogWhereAStatementFails() {
    PrintStream console = System.out;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    try {
      web.bean(Jdbi.class)
          .useHandle(
              handle -> {
                handle.execute(
                    "alter table subscribers add check (address_key not like 'confidential%')");
                handle.execute("alter table interests add check (value <> 'confidential words')");
              });
      System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));

      HttpResponse<String> address =
          web.post("/subscribe", "address=confidential%40outage.example.org&phrases=robots");
      HttpResponse<String> interest =
          web.post(
              "/subscribe", "address=a%40outage.example.org&phrases=robots%0Aconfidential+words");

      assertThat(address.statusCode()).isEqualTo(500);
      assertThat(interest.statusCode()).isEqualTo(500);
    } finally {
      System.setOut(console);
    }

    assertThat(log.toString(StandardCharsets.UTF_8))
        .containsSubsequence(
            "The database refuses what we ask",
            "violates check constraint",
            "The database refuses what we ask",
            "violates check constraint")
        .doesNotContain("confidential");
  }

  private void administer(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                backends.jdbcUrl("outage_it_elsewhere"),
                backends.databaseUser(),
                backends.databasePassword());
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
