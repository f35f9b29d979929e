package io.paperwire.notify.deliver.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.notify.deliver.ledger.Verdict;
import io.paperwire.notify.deliver.recipient.Recipient;
import io.paperwire.notify.mail.MailOutcome;
import io.paperwire.schemas.Cadence;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class RetriesTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Rehearsal world = new Rehearsal();
  private final Lanes lanes = new Lanes(2);
  private final Deliverer deliverer = world.deliverer();
  private final Retries retries = world.retries(deliverer, lanes);

  @Test
  void shouldSendWhatIsDue() throws InterruptedException {
    world.answer = () -> new MailOutcome.Deferred("450 greylisted");
    deliver();
    world.answer = () -> Rehearsal.ACCEPTED;

    round();
    assertThat(world.mailbox).isEmpty();
    world.pass(Duration.ofMinutes(1));
    round();

    assertThat(world.mailbox).hasSize(1);
    assertThat(world.news).hasSize(1);
  }

  @Test
  void shouldTellHowLongAfterItsTimeAMailWasTaken() throws InterruptedException {
    world.answer = () -> new MailOutcome.Deferred("450 greylisted");
    deliver();
    assertThat(world.delays).isEmpty();
    world.answer = () -> Rehearsal.ACCEPTED;
    world.pass(Duration.ofMinutes(5));
    round();

    assertThat(world.delays).containsExactly(Map.entry(Cadence.DAILY, Duration.ofMinutes(65)));
  }

  @Test
  void shouldSendNothingWhileTheServerIsAwayAndGoOnWhenItIsBack() throws InterruptedException {
    world.answer = () -> new MailOutcome.Unreachable("connection refused");
    world.serverProblem = Optional.of("connection refused");
    deliver();
    world.answer = () -> Rehearsal.ACCEPTED;

    world.pass(Duration.ofHours(1));
    round();
    assertThat(world.mailbox).isEmpty();

    world.serverProblem = Optional.empty();
    world.pass(Duration.ofSeconds(30));
    round();
    assertThat(world.mailbox).hasSize(1);
  }

  @Test
  void shouldClaimNothingThatHasToWaitForItsTurn() throws InterruptedException {
    world.answer = () -> new MailOutcome.Deferred("450 greylisted");
    deliver();
    world.answer = () -> Rehearsal.ACCEPTED;
    world.pass(Duration.ofMinutes(1));
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch turn = new CountDownLatch(1);
    Lanes busy = new Lanes(1);
    busy.add(
        "somebody else",
        () -> {
          taken.countDown();
          await(turn);
        });
    await(taken); // or the digest could be the first to find the place free
    Retries waiting = world.retries(deliverer, busy);
    waiting.round();
    waiting.round();
    assertThat(busy.inHand()).as("waits once").isEqualTo(2);

    world.pass(Rehearsal.LEASE);
    round(); // of another instance
    assertThat(world.mailbox)
        .extracting(mail -> mail.headers().containsKey("X-Paperwire-Repeat"))
        .containsExactly(false);

    turn.countDown();
    assertThat(busy.awaitEmpty(LIMIT)).isTrue();
    assertThat(world.mailbox).hasSize(1);
  }

  @Test
  void shouldForgetAfterTheTimeToRemember() throws InterruptedException {
    deliver();

    world.pass(Duration.ofDays(30));
    round();
    assertThat(world.memory.settlement("digest-1")).isPresent();
    world.pass(Duration.ofMinutes(1));
    round();
    assertThat(world.memory.settlement("digest-1")).isEmpty();
  }

  @Test
  void shouldSetAsideWhatCannotBeMadeAMailOfAnyMore() throws InterruptedException {
    world.answer = () -> new MailOutcome.Deferred("450 greylisted");
    deliver();
    world.recipient = new Recipient.Confirmed("anna@example.net\r\nBcc: x@example.org");
    world.pass(Duration.ofMinutes(1));

    round();

    assertThat(world.setAside).hasSize(1);
    assertThat(world.memory.settlement("digest-1").orElseThrow().verdict())
        .isEqualTo(Verdict.FAILED);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException end) {
      throw new AssertionError(end);
    }
  }

  private void deliver() {
    deliverer.deliver(Rehearsal.digest(), Rehearsal.RECORD);
  }

  private void round() throws InterruptedException {
    retries.round();
    assertThat(lanes.awaitEmpty(LIMIT)).isTrue();
  }
}
