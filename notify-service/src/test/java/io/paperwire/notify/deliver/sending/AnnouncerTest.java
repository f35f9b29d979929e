package io.paperwire.notify.deliver.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.notify.deliver.ledger.Claim;
import io.paperwire.notify.deliver.ledger.ClaimAnswer;
import io.paperwire.notify.deliver.ledger.Delivery;
import io.paperwire.notify.deliver.ledger.Settlement;
import io.paperwire.notify.deliver.ledger.Verdict;
import io.paperwire.notify.deliver.patience.Stop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class AnnouncerTest {

  private final Rehearsal world = new Rehearsal();
  private final List<String> told = new ArrayList<>();
  private final Stop end = new Stop();
  private Runnable broker = () -> {};
  private final Announcer announcer = announcer();

  @Test
  void shouldTellWhatWasSettledAndNoteThatItIsKnown() {
    announcer.tell(List.of(settled("digest-1")));
    assertThat(told).isEmpty();

    announcer.round();

    assertThat(told).containsExactly("digest-1");
    assertThat(world.memory.untold(world.now.plusSeconds(1))).isEmpty();
  }

  @Test
  void shouldTellManyInOneRequest() {
    AtomicInteger requests = new AtomicInteger();
    broker = requests::incrementAndGet;
    for (int number = 1; number <= 150; number++) {
      announcer.tell(List.of(settled("digest-" + number)));
    }

    announcer.round();

    assertThat(told).hasSize(150);
    assertThat(requests).hasValue(1);
  }

  @Test
  void shouldTellWhatADeadProcessCouldNotTell() {
    settled("digest-1");
    announcer.round();
    assertThat(told).isEmpty();

    world.pass(Duration.ofSeconds(61));
    announcer.round();
    announcer.round();

    assertThat(told).containsExactly("digest-1");
  }

  @Test
  void shouldNotTellWhatOthersAreTellingAfterAnOutage() {
    announcer.tell(List.of(settled("digest-1")));
    settled("digest of another instance");
    broker = () -> world.pass(Duration.ofMinutes(10));

    announcer.round();
    assertThat(told).containsExactly("digest-1");

    broker = () -> {};
    world.pass(Duration.ofSeconds(59));
    announcer.round();
    assertThat(told).containsExactly("digest-1");
    world.pass(Duration.ofSeconds(1));
    announcer.round();
    assertThat(told).containsExactly("digest-1", "digest of another instance");
  }

  @Test
  void shouldTellTheLastNewsAtTheEnd() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    broker = begun::countDown;
    announcer.tell(List.of(settled("digest-1")));
    Thread running = Thread.ofVirtual().start(announcer::run);
    begun.await();
    end.ask();
    running.join();
    announcer.tell(List.of(settled("digest-2")));
    announcer.run();

    assertThat(told).containsExactly("digest-1", "digest-2");
  }

  @Test
  void shouldGoOnAfterAFailure() {
    broker =
        () -> {
          throw new IllegalStateException("refused");
        };
    announcer.tell(List.of(settled("digest-1")));
    announcer.round();
    broker = () -> {};
    world.pass(Duration.ofSeconds(61));
    announcer.round();

    assertThat(told).containsExactly("digest-1");
  }

  private Announcer announcer() {
    return new Announcer(
        world.memory,
        settlements -> {
          broker.run();
          settlements.forEach(settlement -> told.add(settlement.digestId()));
        },
        world.clock,
        end);
  }

  private Settlement settled(String digestId) {
    Delivery delivery =
        new Delivery(digestId, Rehearsal.ANNA, "<" + digestId + "@example.org>", List.of("p-1"));
    Claim claim = ((ClaimAnswer.Granted) world.memory.claim(delivery, Rehearsal.RECORD)).claim();
    return world.memory.settle(claim, Verdict.SENT, "250").orElseThrow();
  }
}
