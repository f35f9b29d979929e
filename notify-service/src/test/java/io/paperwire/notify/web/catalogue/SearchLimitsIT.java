package io.paperwire.notify.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.embedded.Backend;
import io.paperwire.notify.web.RunningWeb;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
final class SearchLimitsIT {

  private final Backends backends;

  SearchLimitsIT(Backends backends) {
    this.backends = backends;
  }

  @Test
  void shouldTellAClientThatSearchesTooOftenWhenToComeBack() {
    try (RunningWeb web =
        RunningWeb.start(
            backends, "search-client-it", Map.of("paperwire.web.search.client-limit", 2))) {
      assertThat(web.get("/search?q=graphs").statusCode()).isEqualTo(200);
      assertThat(web.post("/preview", "phrases=graphs").statusCode()).isEqualTo(200);

      HttpResponse<String> page = web.get("/search?q=graphs");
      assertThat(page.statusCode()).isEqualTo(429);
      assertThat(page.headers().firstValue("retry-after")).isPresent();
      assertThat(page.body())
          .contains(
              "<h1>That was much in a short time</h1>",
              "Very much was searched from where you are");
      HttpResponse<String> answer = web.get("/api/papers?q=graphs");
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
      HttpResponse<String> preview =
          web.send(
              web.request("/api/preview")
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString("{\"phrases\": [\"graphs\"]}")));
      assertThat(preview.statusCode()).isEqualTo(429);
      assertThat(web.get("/").statusCode()).isEqualTo(200);
      assertThat(web.get("/search").statusCode()).isEqualTo(200);
    }
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
      CatalogueReads reads = web.bean(CatalogueReads.class);
      Future<?> longOne =
          another.submit(
              () ->
                  reads.walking(
                      _ -> {
                        runs.countDown();
                        await(end);
                      }));
      runs.await();

      HttpResponse<String> search = web.get("/search?q=graphs");
      HttpResponse<String> home = web.get("/");
      end.countDown();
      longOne.get();

      assertThat(search.statusCode()).isEqualTo(503);
      assertThat(search.headers().firstValue("retry-after")).isPresent();
      assertThat(search.body()).contains("Too many searches run at the moment.");
      assertThat(home.statusCode()).isEqualTo(200);
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
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
