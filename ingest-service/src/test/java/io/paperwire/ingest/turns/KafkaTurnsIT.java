package io.paperwire.ingest.turns;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.deployment.KafkaSettings;
import io.paperwire.embedded.Backend;
import io.paperwire.ingest.config.KafkaClients;
import io.paperwire.ingest.upstream.Mood;
import io.paperwire.ingest.upstream.Turns.Turn;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several instances, each with clients of its own, at one broker. */
@UseBackends(Backend.KAFKA)
@Timeout(120)
final class KafkaTurnsIT {

  private static final Duration INTERVAL = Duration.ofMillis(100);

  /** A turn begins a little before the test sees that it has. */
  private static final Duration LATE = Duration.ofMillis(50);

  private static final Duration LONGEST = Duration.ofMillis(500);
  private static final Mood CALM = new Mood(INTERVAL, 0, Duration.ZERO, "");

  private static KafkaTurns instance(Backends backends, String prefix, String name) {
    KafkaClients clients = new KafkaClients(KafkaSettings.at(backends.bootstrapServers()));
    return new KafkaTurns(clients, TurnTopic.of(prefix), name, InstantSource.system());
  }

  private static void createTopic(Backends backends, String prefix)
      throws ExecutionException, InterruptedException {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", (Object) backends.bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic(TurnTopic.of(prefix).name(), 1, (short) 1)))
          .all()
          .get();
    }
  }

  @Test
  void shouldKeepAllInstancesAsFarApartAsOne(Backends backends) throws Exception {
    String prefix = "turns-apart-";
    createTopic(backends, prefix);
    List<Long> starts = new ArrayList<>();
    AtomicInteger atOnce = new AtomicInteger();
    List<KafkaTurns> instances = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        KafkaTurns turns = instance(backends, prefix, "instance-" + i);
        instances.add(turns);
        all.add(
            threads.submit(
                () -> {
                  for (int asked = 0; asked < 5; asked++) {
                    Turn turn = turns.take("arXiv", INTERVAL, LONGEST);
                    long start = System.nanoTime();
                    synchronized (starts) {
                      starts.add(start);
                      assertThat(atOnce.incrementAndGet()).isEqualTo(1);
                    }
                    assertThat(atOnce.decrementAndGet()).isZero();
                    turn.asked(CALM);
                  }
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    instances.forEach(KafkaTurns::close);
    assertThat(starts).hasSize(15);
    assertThat(
            LongStream.range(1, starts.size())
                .map(i -> starts.get((int) i) - starts.get((int) i - 1)))
        .allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(INTERVAL.minus(LATE).toNanos()));
  }

  @Test
  void shouldPassOnWhatTheUpstreamAskedFor(Backends backends) throws Exception {
    String prefix = "turns-mood-";
    createTopic(backends, prefix);
    try (KafkaTurns one = instance(backends, prefix, "one");
        KafkaTurns other = instance(backends, prefix, "other")) {
      Turn first = one.take("arXiv", INTERVAL, LONGEST);
      assertThat(first.mood()).isEmpty();
      first.asked(new Mood(INTERVAL, 4, Duration.ofHours(1), "HTTP 503"));
      Turn second = other.take("arXiv", INTERVAL, LONGEST);
      assertThat(second.mood().orElseThrow())
          .satisfies(
              mood -> {
                assertThat(mood.failures()).isEqualTo(4);
                assertThat(mood.reason()).isEqualTo("HTTP 503");
                assertThat(mood.pause()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
              });
      second.passed();
    }
    try (KafkaTurns later = instance(backends, prefix, "later")) {
      Turn third = later.take("arXiv", INTERVAL, LONGEST);
      assertThat(third.mood().map(Mood::failures)).isEqualTo(Optional.of(4));
      third.passed();
    }
  }

  @Test
  void shouldGoOnBehindAnInstanceThatDied(Backends backends) throws Exception {
    String prefix = "turns-dead-";
    createTopic(backends, prefix);
    KafkaTurns dead = instance(backends, prefix, "dead");
    var _ = dead.take("arXiv", INTERVAL, LONGEST);
    try (KafkaTurns alive = instance(backends, prefix, "alive")) {
      long before = System.nanoTime();
      alive.take("arXiv", INTERVAL, LONGEST).passed();
      assertThat(System.nanoTime() - before).isGreaterThan(LONGEST.toNanos());
    } finally {
      dead.close();
    }
  }
}
