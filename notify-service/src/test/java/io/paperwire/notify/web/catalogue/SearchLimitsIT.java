package io.paperwire.notify.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.embedded.Backend;
import io.paperwire.notify.mail.render.MailLinks;
import io.paperwire.notify.sql.SqlFailure;
import io.paperwire.notify.token.TokenSigner;
import io.paperwire.notify.web.RunningWeb;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterator;
import org.junit.jupiter.api.Test;

@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
final class SearchLimitsIT {

  private static final String PREVIEW = "What you would have got";

  private final Backends backends;

  SearchLimitsIT(Backends backends) {
    this.backends = backends;
  }

  @Test
  void shouldLetFewSearchesRunAtOnceAndKeepThePagesGoing()
      throws InterruptedException, ExecutionException {
    try (RunningWeb web =
            RunningWeb.start(
                backends, "search-concurrency-it", Map.of("paperwire.web.search.concurrency", 1));
        ExecutorService another = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch runs = new CountDownLatch(1);
      CountDownLatch end = new CountDownLatch(1);
      String preferences = preferences(web);
      CatalogueReads reads = web.bean(CatalogueReads.class);
      Future<?> longOne =
          another.submit(
              () ->
                  reads.walking(
                      (_, _) -> {
                        runs.countDown();
                        await(end);
                        return true;
                      }));
      runs.await();

      HttpResponse<String> search = web.get("/search?q=graphs");
      HttpResponse<String> home = web.get("/");
      HttpResponse<String> likes = describe(web, preferences);
      end.countDown();
      longOne.get();

      assertThat(search.statusCode()).isEqualTo(503);
      assertThat(search.headers().firstValue("retry-after")).isPresent();
      assertThat(search.body()).contains("Too many searches run at the moment.");
      assertThat(home.statusCode()).isEqualTo(200);
      assertThat(likes.statusCode()).isEqualTo(200);
      assertThat(likes.body()).contains("1 example taken.").doesNotContain(PREVIEW);
      assertThat(web.get(preferences + "/likes").body()).contains(PREVIEW);
      assertThat(web.get("/search?q=graphs").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void shouldGiveUpAStatementThatTakesTooLong() {
    try (RunningWeb web =
        RunningWeb.start(
            backends, "search-timeout-it", Map.of("paperwire.web.search.timeout", "1s"))) {
      web.bean(Jdbi.class)
          .useTransaction(
              handle -> {
                // Nobody else can read the papers until this transaction has ended.
                handle.execute("lock table papers in access exclusive mode");

                HttpResponse<String> search = web.get("/search?q=graphs");

                assertThat(search.statusCode()).isEqualTo(503);
                assertThat(search.body()).contains("This takes the database too long.");
              });
      assertThat(web.get("/search?q=graphs").statusCode()).isEqualTo(200);

      assertThatThrownBy(() -> web.bean(CatalogueReads.class).walking(SearchLimitsIT::slowInTheEnd))
          .satisfies(failure -> assertThat(SqlFailure.of(failure)).isEqualTo(SqlFailure.TOO_LONG));
    }
  }

  /** A walk whose first rows come at once, and whose later ones take 3 s. */
  private static List<String> slowInTheEnd(Handle handle, BooleanSupplier timeIsOver) {
    try (ResultIterator<String> rows =
        handle
            .createQuery(
                "select case when i = 20 then pg_sleep(3)::text else '' end"
                    + " from generate_series(1, 20) i")
            .setFetchSize(10)
            .mapTo(String.class)
            .iterator()) {
      List<String> all = new ArrayList<>();
      rows.forEachRemaining(all::add);
      return all;
    }
  }

  /** The page of the preferences of a new subscriber. */
  private static String preferences(RunningWeb web) {
    UUID id = UUID.randomUUID();
    web.bean(Jdbi.class)
        .useHandle(
            handle ->
                handle.execute(
                    "insert into subscribers (id, address, address_key, state, cadence, zone,"
                        + " send_minute, send_day, created_at, confirmed_at, updated_at) values"
                        + " (?, 'a@example.org', 'a@example.org', 'confirmed', 'daily', 'UTC', 480,"
                        + " 1, now(), now(), now())",
                    id));
    return URI.create(new MailLinks(web.address(), web.bean(TokenSigner.class)).manage(id))
        .getPath();
  }

  private static HttpResponse<String> describe(RunningWeb web, String preferences) {
    return web.post(
        preferences + "/likes/describe", "description=learning+on+graphs+of+many+molecules");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
