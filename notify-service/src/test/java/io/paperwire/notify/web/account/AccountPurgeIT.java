package io.paperwire.notify.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.embedded.Backend;
import io.paperwire.notify.web.RunningWeb;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
final class AccountPurgeIT {

  private final Backends backends;

  AccountPurgeIT(Backends backends) {
    this.backends = backends;
  }

  @Test
  void shouldForgetWhoNeverConfirmedAndWhoHasLeft() {
    try (RunningWeb web = RunningWeb.start(backends, "account-purge-it")) {
      Jdbi database = web.bean(Jdbi.class);
      add(database, "waits@example.org", "pending", 8, 8);
      add(database, "asked-again@example.org", "pending", 20, 1);
      add(database, "never@example.org", "pending", 10, 10);
      add(database, "reads@example.org", "confirmed", 500, 500);
      add(database, "left@example.org", "unsubscribed", 31, 31);
      add(database, "just-left@example.org", "unsubscribed", 29, 400);

      web.bean(AccountPurge.class).purge();

      assertThat(addresses(database))
          .containsExactlyInAnyOrder(
              "waits@example.org",
              "asked-again@example.org",
              "reads@example.org",
              "just-left@example.org");
    }
  }

  private static void add(Jdbi database, String address, String state, int days, int daysOfLink) {
    database.useHandle(
        handle ->
            handle.execute(
                "insert into subscribers (id, address, address_key, state, cadence, zone,"
                    + " send_minute, send_day, created_at, updated_at, last_link_at) values"
                    + " (gen_random_uuid(), ?, ?, ?, 'daily', 'UTC', 480, 1, now(),"
                    + " now() - ? * interval '1 day', now() - ? * interval '1 day')",
                address,
                address,
                state,
                days,
                daysOfLink));
  }

  private static List<String> addresses(Jdbi database) {
    return database.withHandle(
        handle -> handle.createQuery("select address from subscribers").mapTo(String.class).list());
  }
}
