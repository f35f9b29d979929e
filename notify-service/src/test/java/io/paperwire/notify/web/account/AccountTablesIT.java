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

  AccountTablesIT(Backends backends) {
    web = RunningWeb.start(backends, "account-tables-it");
    database = web.bean(Jdbi.class);
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void shouldForgetWhoNeverConfirmedAndWhoHasLeft() {
    add("waits@example.org", "pending", 8, 8);
    add("asked-again@example.org", "pending", 20, 1);
    add("never@example.org", "pending", 10, 10);
    add("reads@example.org", "confirmed", 500, 500);
    add("left@example.org", "unsubscribed", 31, 31);
    add("just-left@example.org", "unsubscribed", 29, 400);

    web.bean(AccountPurge.class).purge();

    assertThat(addresses("true"))
        .contains(
            "waits@example.org",
            "asked-again@example.org",
            "reads@example.org",
            "just-left@example.org")
        .doesNotContain("never@example.org", "left@example.org");
  }

  @Test
  void shouldEndSubscriptionsOfAddressesThatAreRefusedAgainAndAgain() {
    UUID gone = add("gone@example.org", "confirmed", 100, 100);
    delivered(gone, "sent", 9);
    List.of(8, 7, 1).forEach(days -> delivered(gone, "refused", days));
    UUID burst = add("burst@example.org", "confirmed", 100, 100);
    List.of(1, 1, 1, 1).forEach(days -> delivered(burst, "refused", days));
    UUID back = add("back@example.org", "confirmed", 100, 100);
    List.of(8, 7, 6).forEach(days -> delivered(back, "refused", days));
    delivered(back, "sent", 5);
    UUID anew = add("anew@example.org", "confirmed", 3, 3);
    List.of(8, 7, 6).forEach(days -> delivered(anew, "refused", days));

    web.bean(LostAddresses.class).endTheirSubscriptions();

    assertThat(addresses("state = 'unsubscribed'"))
        .contains("gone@example.org")
        .doesNotContain("burst@example.org", "back@example.org", "anew@example.org");
    assertThat(revision(gone)).as("the interests topic is told").isEqualTo(1);
  }

  /** Those from before ids of queries were hashes. */
  @Test
  void shouldGiveOldQueriesTheIdsOfNewOnes() throws IOException {
    String query = "ti:LoRA OR \"граф 图\"";
    UUID id = add("queries@example.org", "confirmed", 1, 1);
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

  private UUID add(String address, String state, int days, int daysOfLink) {
    UUID id = UUID.randomUUID();
    database.useHandle(
        handle ->
            handle.execute(
                "insert into subscribers (id, address, address_key, state, cadence, zone,"
                    + " send_minute, send_day, created_at, updated_at, confirmed_at, last_link_at)"
                    + " values (?, ?, ?, ?, 'daily', 'UTC', 480, 1, now(),"
                    + " now() - ? * interval '1 day', now() - ? * interval '1 day',"
                    + " now() - ? * interval '1 day')",
                id,
                address,
                address,
                state,
                days,
                days,
                daysOfLink));
    return id;
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

  private long revision(UUID subscriber) {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select revision from subscribers where id = :id")
                .bind("id", subscriber)
                .mapTo(Long.class)
                .one());
  }

  private List<String> addresses(String condition) {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select address from subscribers where " + condition)
                .mapTo(String.class)
                .list());
  }
}
