package io.paperwire.notify.deliver.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.embedded.Backend;
import io.paperwire.notify.deliver.patience.Patience;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.locator.ClasspathSqlLocator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ledger in a real PostgreSQL: the contract, many at once, and lost connections. */
@UseBackends(Backend.POSTGRES)
final class JdbiLedgerIT extends LedgerContract {

  private static final DigestRecord RECORD =
      DigestRecord.of("the digest".getBytes(StandardCharsets.UTF_8));

  private static Backends backends;
  private static String url;

  @BeforeAll
  static void createTable(Backends running) {
    backends = running;
    url = running.jdbcUrl("ledger_it");
    for (String migration : List.of("V3__deliveries", "V6__papers_of_deliveries")) {
      String script =
          ClasspathSqlLocator.removingComments().getResource("db/migration/" + migration + ".sql");
      jdbi().useHandle(handle -> handle.createScript(script).execute());
    }
  }

  @Override
  Ledger open(InstantSource clock, Duration lease) {
    jdbi().useHandle(handle -> handle.execute("delete from deliveries"));
    return new JdbiLedger(jdbi(), noOutage(), clock, lease);
  }

  @Test
  void shouldGrantEachDigestOnceHoweverManyAsk() throws Exception {
    Ledger ledger = open(InstantSource.system(), Duration.ofMinutes(2));
    List<Delivery> deliveries =
        IntStream.range(0, 20)
            .mapToObj(
                n ->
                    new Delivery(
                        "digest-" + n, UUID.randomUUID(), "<d@example.org>", List.of("p-1")))
            .toList();

    List<ClaimAnswer> answers =
        atOnce(
            deliveries.stream()
                .flatMap(delivery -> Stream.generate(() -> delivery).limit(5))
                .<Callable<ClaimAnswer>>map(delivery -> () -> ledger.claim(delivery, RECORD))
                .toList());

    assertThat(answers).filteredOn(ClaimAnswer.Granted.class::isInstance).hasSize(20);
    assertThat(answers).filteredOn(ClaimAnswer.InHand.class::isInstance).hasSize(80);
  }

  @Test
  void shouldHandOutEachDueDigestOnceHoweverManyAsk() throws Exception {
    InstantSource clock = InstantSource.system();
    Ledger ledger = open(clock, Duration.ofMinutes(2));
    for (int n = 0; n < 20; n++) {
      Delivery delivery =
          new Delivery("digest-" + n, UUID.randomUUID(), "<d@example.org>", List.of("p-1"));
      Claim claim = ((ClaimAnswer.Granted) ledger.claim(delivery, RECORD)).claim();
      ledger.defer(claim, new Deferral(RECORD, clock.instant(), "451", true, false));
    }

    List<String> handedOut =
        atOnce(
                Stream.<Callable<List<String>>>generate(() -> () -> allDue(ledger))
                    .limit(5)
                    .toList())
            .stream()
            .flatMap(List::stream)
            .toList();

    assertThat(handedOut).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void shouldWaitForADatabaseThatIsAway() {
    open(InstantSource.system(), Duration.ofMinutes(2));
    AtomicInteger failures = new AtomicInteger(2);
    AtomicInteger rests = new AtomicInteger();
    Jdbi flaky =
        Jdbi.create(
            () -> {
              if (failures.getAndDecrement() > 0) {
                throw new SQLException("the connection attempt failed", "08001");
              }
              return DriverManager.getConnection(
                  url, backends.databaseUser(), backends.databasePassword());
            });
    Patience patience =
        new Patience("the database", JdbiException.class::isInstance, _ -> rests.incrementAndGet());
    Ledger ledger = new JdbiLedger(flaky, patience, InstantSource.system(), Duration.ofMinutes(2));

    ClaimAnswer answer =
        ledger.claim(
            new Delivery("digest-1", UUID.randomUUID(), "<d@example.org>", List.of("p-1")), RECORD);

    assertThat(answer).isInstanceOf(ClaimAnswer.Granted.class);
    assertThat(rests).hasValue(2);
  }

  private static List<String> allDue(Ledger ledger) {
    return ledger.due(List.of(), 20).stream()
        .flatMap(held -> ledger.claimDue(held.digestId()).stream())
        .map(due -> due.claim().digestId())
        .toList();
  }

  private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
      List<Future<T>> results = threads.invokeAll(tasks);
      return results.stream().map(Future::resultNow).toList();
    }
  }

  private static Jdbi jdbi() {
    return Jdbi.create(url, backends.databaseUser(), backends.databasePassword());
  }

  private static Patience noOutage() {
    return new Patience("the database", _ -> false, _ -> {});
  }
}
