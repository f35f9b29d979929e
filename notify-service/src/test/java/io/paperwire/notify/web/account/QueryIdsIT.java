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
import org.junit.jupiter.api.Test;

/** Ids of queries from before they were hashes. */
@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
final class QueryIdsIT {

  private static final String MIGRATION = "/db/migration/V10__outbox_that_goes_on.sql";

  private final Backends backends;

  QueryIdsIT(Backends backends) {
    this.backends = backends;
  }

  @Test
  void shouldBecomeWhatTheyAreForNewQueries() throws IOException {
    String query = "ti:LoRA OR \"граф 图\"";
    try (RunningWeb web = RunningWeb.start(backends, "query-ids-it");
        InputStream migration =
            requireNonNull(QueryIdsIT.class.getResourceAsStream(MIGRATION), MIGRATION)) {
      String statements = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
      UUID id = UUID.randomUUID();
      List<String> ids =
          web.bean(Jdbi.class)
              .inTransaction(
                  handle -> {
                    handle.execute(
                        "insert into subscribers (id, address, address_key, state, cadence, zone,"
                            + " send_minute, send_day, created_at, updated_at) values"
                            + " (?, 'a', 'a', 'confirmed', 'daily', 'UTC', 480, 1, now(), now())",
                        id);
                    String add =
                        "insert into interests (subscriber_id, interest_id, kind, value, position)"
                            + " values (?, ?, ?, ?, ?)";
                    handle.execute(add, id, "topic:robotics", "topic", "robotics", 0);
                    handle.execute(add, id, "query:" + query, "query", query, 1);
                    handle.execute(statements.substring(0, statements.indexOf(';')));
                    return handle
                        .createQuery("select interest_id from interests order by position")
                        .mapTo(String.class)
                        .list();
                  });

      assertThat(ids)
          .containsExactly("topic:robotics", new StoredInterest(StoredInterest.QUERY, query).id());
    }
  }
}
