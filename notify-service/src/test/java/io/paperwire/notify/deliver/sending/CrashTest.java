package io.paperwire.notify.deliver.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.paperwire.notify.deliver.ledger.Verdict;
import io.paperwire.notify.deliver.sending.Rehearsal.Crash;
import io.paperwire.notify.mail.MailOutcome;
import io.paperwire.notify.mail.OutgoingMail;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The process dies at every place at which it can, and is started again. */
final class CrashTest {

  /** Claim, send, settle, tell, told: five steps, each with a place before and a place after. */
  private static final int PLACES = 10;

  private static final int AFTER_CLAIM = 1;
  private static final int BEFORE_SETTLEMENT = 4;

  @Test
  void shouldTakeFiveStepsWithoutACrash() {
    Rehearsal world = new Rehearsal();

    world.deliverer().deliver(Rehearsal.digest(), Rehearsal.RECORD);

    assertThat(world.step).isEqualTo(PLACES);
    assertThat(world.mailbox).hasSize(1);
  }

  @TestFactory
  Stream<DynamicTest> shouldNeitherLoseNorSilentlyRepeatAMailWhereverItDies() {
    return IntStream.range(0, PLACES)
        .mapToObj(
            place ->
                DynamicTest.dynamicTest(
                    "dies at place " + place,
                    () -> {
                      Rehearsal world = dyingAt(place);
                      world.pass(Rehearsal.LEASE);
                      world.deliverer().deliver(Rehearsal.digest(), Rehearsal.RECORD);
                      assertOnceOrSaidSo(world, place);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> shouldComeBackByItselfWhereTheDigestIsReadAgainBeforeTheLeaseRanOut() {
    return IntStream.range(0, PLACES)
        .mapToObj(
            place ->
                DynamicTest.dynamicTest(
                    "dies at place " + place,
                    () -> {
                      Rehearsal world = dyingAt(place);
                      Deliverer restarted = world.deliverer();
                      restarted.deliver(Rehearsal.digest(), Rehearsal.RECORD);
                      world.pass(Rehearsal.LEASE);
                      world
                          .memory
                          .claimDue()
                          .ifPresent(
                              due ->
                                  restarted.deliverHeld(
                                      due.claim(), Rehearsal.digest(), due.record()));
                      assertOnceOrSaidSo(world, place);
                    }));
  }

  @Test
  void shouldDieTwiceAndStillSaySoEachTime() {
    Rehearsal world = dyingAt(BEFORE_SETTLEMENT);
    world.pass(Rehearsal.LEASE);
    world.crashAt = world.step + BEFORE_SETTLEMENT;
    assertThat(dies(world)).isInstanceOf(Crash.class);
    world.pass(Rehearsal.LEASE);
    world.deliverer().deliver(Rehearsal.digest(), Rehearsal.RECORD);

    assertThat(world.mailbox)
        .extracting(CrashTest::isRepetition)
        .containsExactly(false, true, true);
    assertThat(world.mailbox)
        .extracting(OutgoingMail::messageId)
        .containsOnly(Rehearsal.renderer().digestMessageId("digest-1"));
  }

  @Test
  void shouldNotKnowWhatBecameOfAMailThatEndedInAnError() {
    Rehearsal world = new Rehearsal();
    world.answer =
        () -> {
          throw new NoClassDefFoundError("Transport");
        };
    world.deliverer().deliver(Rehearsal.digest(), Rehearsal.RECORD);
    world.answer = () -> Rehearsal.ACCEPTED;
    Lanes lanes = new Lanes(1);
    world.pass(Duration.ofMinutes(1));

    world.retries(world.deliverer(), lanes).round();

    assertThat(awaitEmpty(lanes)).isTrue();
    assertThat(world.mailbox).extracting(CrashTest::isRepetition).containsExactly(true);
  }

  @Test
  void shouldComeBackToARetryThatDied() {
    Rehearsal world = new Rehearsal();
    world.answer = () -> new MailOutcome.Deferred("451 later");
    world.deliverer().deliver(Rehearsal.digest(), Rehearsal.RECORD);
    world.answer = () -> Rehearsal.ACCEPTED;
    world.pass(Duration.ofMinutes(1));
    world.memory.claimDue(); // and dies
    world.pass(Rehearsal.LEASE);
    Lanes lanes = new Lanes(1);

    world.retries(world.deliverer(), lanes).round();

    assertThat(awaitEmpty(lanes)).isTrue();
    assertThat(world.mailbox).extracting(CrashTest::isRepetition).containsExactly(true);
  }

  private static Rehearsal dyingAt(int place) {
    Rehearsal world = new Rehearsal();
    world.crashAt = place;
    assertThat(dies(world)).isInstanceOf(Crash.class);
    world.crashAt = Integer.MAX_VALUE;
    return world;
  }

  private static Throwable dies(Rehearsal world) {
    Throwable death =
        catchThrowable(() -> world.deliverer().deliver(Rehearsal.digest(), Rehearsal.RECORD));
    world.crashAt = Integer.MAX_VALUE;
    return death;
  }

  private static void assertOnceOrSaidSo(Rehearsal world, int place) {
    world.announcer().round(); // of whoever comes next
    boolean unclear = place >= AFTER_CLAIM && place <= BEFORE_SETTLEMENT;
    List<Boolean> repetitions = world.mailbox.stream().map(CrashTest::isRepetition).toList();
    boolean sentBefore = place >= 3 && place <= BEFORE_SETTLEMENT;
    assertThat(repetitions)
        .isEqualTo(sentBefore ? List.of(false, true) : unclear ? List.of(true) : List.of(false));
    assertThat(world.mailbox)
        .extracting(OutgoingMail::messageId)
        .containsOnly(Rehearsal.renderer().digestMessageId("digest-1"));
    assertThat(world.memory.settlement("digest-1"))
        .hasValueSatisfying(settlement -> assertThat(settlement.verdict()).isEqualTo(Verdict.SENT));
    assertThat(world.news).isNotEmpty().allMatch(told -> told.verdict() == Verdict.SENT);
    assertThat(world.memory.untold(world.now.plusSeconds(1))).isEmpty();
    assertThat(world.counts.now().get("repeated")).isEqualTo(unclear ? 1L : 0L);
  }

  private static boolean isRepetition(OutgoingMail mail) {
    return mail.headers().containsKey("X-Paperwire-Repeat")
        && mail.text().contains("You may have received this mail before");
  }

  private static boolean awaitEmpty(Lanes lanes) {
    try {
      return lanes.awaitEmpty(Duration.ofSeconds(10));
    } catch (InterruptedException end) {
      throw new AssertionError(end);
    }
  }
}
