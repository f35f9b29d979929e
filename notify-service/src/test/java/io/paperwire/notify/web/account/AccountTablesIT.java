package io.paperwire.notify.web.account;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.embedded.Backend;
import io.paperwire.notify.web.RunningWeb;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Accounts in the database: which are forgotten, and what became of old ids of queries. */
@TestInstance(Lifecycle.PER_CLASS)
@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
final class AccountTablesIT {

  private static final String MIGRATION = "/db/migration/V10__outbox_that_goes_on.sql";

  private final RunningWeb web;
  private final Jdbi database;
  private final Accounts accounts;

  AccountTablesIT(Backends backends) {
    web = RunningWeb.start(backends, "account-tables-it");
    database = web.bean(Jdbi.class);
    accounts = new Accounts(database);
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void shouldForgetWhoNeverConfirmedAndWhoHasLeft() {
    accounts.add("waits@example.org", "pending", 8, 8);
    accounts.add("asked-again@example.org", "pending", 20, 1);
    accounts.add("never@example.org", "pending", 10, 10);
    accounts.add("reads@example.org", "confirmed", 500, 500);
    accounts.add("left@example.org", "unsubscribed", 31, 31);
    accounts.add("just-left@example.org", "unsubscribed", 29, 400);

    web.bean(AccountPurge.class).purge();

    assertThat(accounts.addresses("true"))
        .contains(
            "waits@example.org",
            "asked-again@example.org",
            "reads@example.org",
            "just-left@example.org")
        .doesNotContain("never@example.org", "left@example.org");
  }

  @Test
  void shouldEndSubscriptionsOfAddressesThatAreRefusedAgainAndAgain() {
    UUID gone = accounts.add("gone@example.org", "confirmed", 100, 100);
    delivered(gone, "sent", 9);
    List.of(8, 7, 1).forEach(days -> delivered(gone, "refused", days));
    UUID burst = accounts.add("burst@example.org", "confirmed", 100, 100);
    List.of(1, 1, 1, 1).forEach(days -> delivered(burst, "refused", days));
    UUID back = accounts.add("back@example.org", "confirmed", 100, 100);
    List.of(8, 7, 6).forEach(days -> delivered(back, "refused", days));
    delivered(back, "sent", 5);
    UUID anew = accounts.add("anew@example.org", "confirmed", 3, 3);
    List.of(8, 7, 6).forEach(days -> delivered(anew, "refused", days));

    web.bean(LostAddresses.class).endTheirSubscriptions();

    assertThat(accounts.addresses("state = 'unsubscribed'"))
        .contains("gone@example.org")
        .doesNotContain("burst@example.org", "back@example.org", "anew@example.org");
    assertThat(accounts.revision(gone)).as("the interests topic is told").isEqualTo(1);
  }

  /** Those from before ids of queries were hashes. */
  @Test
  void shouldGiveOldQueriesTheIdsOfNewOnes() throws IOException {
    String query = "ti:LoRA OR \"граф 图\"";
    UUID id = accounts.add("queries@example.org", "confirmed", 1, 1);
    String statements;
    try (InputStream migration =
        requireNonNull(AccountTablesIT.class.getResourceAsStream(MIGRATION), MIGRATION)) {
      statements = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
    }

    List<String> ids =
        database.inTransaction(
            handle -> {
              String add =
                  "insert into interests (subscriber_id, interest_id, kind, value, position)"
                      + " values (?, ?, ?, ?, ?)";
              handle.execute(add, id, "topic:robotics", "topic", "robotics", 0);
              handle.execute(add, id, "query:" + query, "query", query, 1);
              handle.execute(statements.substring(0, statements.indexOf(';')));
              return handle
                  .createQuery(
                      "select interest_id from interests where subscriber_id = :id"
                          + " order by position")
                  .bind("id", id)
                  .mapTo(String.class)
                  .list();
            });

    assertThat(ids)
        .containsExactly("topic:robotics", new StoredInterest(StoredInterest.QUERY, query).id());
  }

  private void delivered(UUID subscriber, String state, int daysAgo) {
    database.useHandle(
        handle ->
            handle.execute(
                "insert into deliveries (digest_id, subscriber_id, message_id, state, attempts,"
                    + " claim_id, claimed_at, finished_at, told) values (?, ?, 'm', ?, 1,"
                    + " gen_random_uuid(), now(), now() - ? * interval '1 day', true)",
                UUID.randomUUID().toString(),
                subscriber,
                state,
                daysAgo));
  }
}
