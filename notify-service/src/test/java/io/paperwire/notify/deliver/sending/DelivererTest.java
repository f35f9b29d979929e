package io.paperwire.notify.deliver.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.notify.deliver.ledger.Delivery;
import io.paperwire.notify.deliver.ledger.DueDelivery;
import io.paperwire.notify.deliver.ledger.Settlement;
import io.paperwire.notify.deliver.ledger.Verdict;
import io.paperwire.notify.deliver.patience.Stopped;
import io.paperwire.notify.deliver.recipient.Recipient;
import io.paperwire.notify.mail.MailOutcome;
import io.paperwire.notify.mail.OutgoingMail;
import io.paperwire.schemas.Digest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class DelivererTest {

  private final Rehearsal world = new Rehearsal();
  private final Deliverer deliverer = world.deliverer();

  @Test
  void shouldSendADigestOnceHoweverOftenItIsRead() {
    deliver();
    deliver();
    world.pass(Rehearsal.LEASE.multipliedBy(2));
    deliver();

    assertThat(world.mailbox).extracting(OutgoingMail::to).containsExactly("anna@example.net");
    assertThat(world.news)
        .containsExactly(
            new Settlement(
                "digest-1",
                Rehearsal.ANNA,
                Verdict.SENT,
                world.memory.settlement("digest-1").orElseThrow().at(),
                "250 2.0.0 Ok"));
  }

  @Test
  void shouldSkipWhoeverUnsubscribedWithoutTellingAnybody() {
    world.recipient = new Recipient.Absent("the subscription is unsubscribed");

    deliver();

    assertThat(world.mailbox).isEmpty();
    assertThat(verdict()).isEqualTo(Verdict.SKIPPED);
    assertThat(world.news).isEmpty();
  }

  @Test
  void shouldTellOfAnAddressThatTheServerRefuses() {
    world.answer = () -> new MailOutcome.Refused("550 5.1.1 no such user");

    deliver();

    assertThat(verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(world.news).extracting(Settlement::answer).containsExactly("550 5.1.1 no such user");
  }

  @Test
  void shouldGiveNobodyUpWhereTheServerDeniesEverybody() {
    world.answer = () -> new MailOutcome.Denied("554 5.7.1 <address>: Relay access denied");
    deliverToPersons(1, 20);

    assertThat(world.server.problem())
        .hasValueSatisfying(
            problem -> assertThat(problem).endsWith("554 5.7.1 <address>: Relay access denied"));
    for (int day = 0; day < 30; day++) {
      retryAll(20);
    }
    assertThat(world.news).isEmpty();
    world.answer = () -> Rehearsal.ACCEPTED;
    retryAll(20);

    assertThat(world.mailbox).hasSize(20);
    assertThat(world.news).hasSize(20).allMatch(told -> told.verdict() == Verdict.SENT);
  }

  @Test
  void shouldNotGiveTheOnlySubscriberUpWhereTheServerDeniesThem() {
    world.answer = () -> new MailOutcome.Denied("554 5.7.1 <address>: Relay access denied");
    deliver();
    for (int attempt = 0; attempt < 20; attempt++) {
      retryAfter(Duration.ofHours(1));
    }

    world.answer = () -> Rehearsal.ACCEPTED;
    assertThat(retryAfter(Duration.ofHours(1))).isTrue();
    assertThat(verdict()).isEqualTo(Verdict.SENT);
  }

  @Test
  void shouldHoldNobodyUpForOneAddressThatIsDeniedAgainAndAgain() {
    world.answer = () -> new MailOutcome.Denied("554 5.7.1 <address>: closed");
    deliver();
    assertThat(retryAfter(Duration.ofMinutes(1))).isTrue();

    assertThat(world.server.problem()).isEmpty();
    assertThat(retryAfter(Duration.ofMinutes(5).minusSeconds(1))).isFalse();
    assertThat(retryAfter(Duration.ofSeconds(1))).isTrue();
    assertThat(world.server.problem()).isEmpty();
  }

  @Test
  void shouldAskForOneOfTheWaitingDigestsOfASubscriberWhoIsDeniedAndEverMoreSeldom() {
    AtomicInteger asked = new AtomicInteger();
    world.answer = () -> new MailOutcome.Denied("554 5.7.1 closed " + asked.incrementAndGet());
    for (int digest = 1; digest <= 20; digest++) {
      deliverer.deliver(digest(digest), Rehearsal.RECORD);
    }
    for (int minute = 0; minute < 60; minute++) {
      retryAllDueAfter(Duration.ofMinutes(1));
    }
    // The first two as they came, then after 5, 15 and 35 minutes.
    assertThat(asked).hasValue(5);
    assertThat(world.news).isEmpty();

    world.answer = () -> Rehearsal.ACCEPTED;
    retryAllDueAfter(Duration.ofHours(1));

    assertThat(world.mailbox).hasSize(20);
    assertThat(world.news).hasSize(20).allMatch(told -> told.verdict() == Verdict.SENT);
  }

  @Test
  void shouldHoldNobodyUpForThoseWhoAreLeftWhenAllOthersHaveTheirMails() {
    for (int person = 1; person <= 6; person++) {
      world.answer = () -> new MailOutcome.Denied("554 5.7.1 <address>: closed");
      deliverToPersons(person, person);
      world.answer = () -> Rehearsal.ACCEPTED;
      deliverToPersons(100 + person, 100 + person);
    }

    world.answer = () -> new MailOutcome.Denied("554 5.7.1 <address>: closed");
    for (int day = 0; day < 5; day++) {
      retryAll(6);
      assertThat(world.server.problem()).isEmpty();
    }
  }

  @Test
  void shouldPauseForTwoOfTwoWhoAreDeniedAgain() {
    world.answer = () -> new MailOutcome.Denied("554 5.7.1 <address>: Relay access denied");
    deliverToPersons(1, 2);
    assertThat(world.server.problem()).isEmpty();

    retryAll(2);

    assertThat(world.server.problem()).isPresent();
  }

  @Test
  void shouldKeepItsClaimHoweverLongTheServerTakes() {
    world.answer = () -> new MailOutcome.Deferred("450 greylisted");
    deliver();
    world.answer =
        () -> {
          for (int third = 0; third < 6; third++) {
            world.pass(Rehearsal.LEASE.dividedBy(3));
            deliverer.renewClaims();
            assertThat(world.memory.claimDue()).isEmpty();
          }
          return Rehearsal.ACCEPTED;
        };
    assertThat(retryAfter(Duration.ofMinutes(1))).isTrue();

    assertThat(verdict()).isEqualTo(Verdict.SENT);
    deliverer.renewClaims();
    assertThat(verdict()).isEqualTo(Verdict.SENT);
  }

  @Test
  void shouldGiveUpAMailThatIsDeniedWhileOthersGoThrough() {
    world.answer = () -> new MailOutcome.Denied("554 5.7.1 looks like spam");
    deliver();
    for (int person = 1; person <= 2; person++) {
      world.answer = () -> Rehearsal.ACCEPTED;
      deliverToPersons(person, person);
      world.answer = () -> new MailOutcome.Denied("554 5.7.1 looks like spam");
      assertThat(retryAfter(Duration.ofMinutes(5))).isTrue();
      assertThat(world.server.problem()).isEmpty();
    }

    assertThat(verdict()).isEqualTo(Verdict.FAILED);
    assertThat(world.memory.settlement("digest-1").orElseThrow().answer())
        .isEqualTo("gave up after 3 attempts: 554 5.7.1 looks like spam");
  }

  @Test
  void shouldGiveUpAMailThatIsTooLargeAfterTheLastAttemptWithoutHoldingOthersUp() {
    world.answer = () -> new MailOutcome.Rejected("552 5.3.4 too big");

    deliver();
    retryAfter(Duration.ofMinutes(1));
    retryAfter(Duration.ofMinutes(5));

    assertThat(world.server.problem()).isEmpty();
    assertThat(verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void shouldNotBelieveThatOneAddressAfterTheOtherIsDead() {
    world.answer = () -> new MailOutcome.Refused("550 no such user");
    deliverToPersons(1, 6);

    assertThat(world.news).hasSize(4).allMatch(told -> told.verdict() == Verdict.REFUSED);
    assertThat(world.server.problem()).isPresent();
  }

  @Test
  void shouldTryAgainLaterAndGiveUpAfterTheLastAttempt() {
    world.answer = () -> new MailOutcome.Deferred("450 greylisted");

    deliver();
    assertThat(retryAfter(Duration.ofSeconds(59))).isFalse();
    assertThat(retryAfter(Duration.ofSeconds(1))).isTrue();
    assertThat(retryAfter(Duration.ofSeconds(299))).isFalse();
    assertThat(world.news).isEmpty();
    assertThat(retryAfter(Duration.ofSeconds(1))).isTrue();

    assertThat(verdict()).isEqualTo(Verdict.FAILED);
    assertThat(world.news)
        .extracting(Settlement::answer)
        .containsExactly("gave up after 3 attempts: 450 greylisted");
    assertThat(world.counts.now()).containsEntry("deferred", 2L).containsEntry("failed", 1L);
  }

  @Test
  void shouldSendWithoutANoteWhatWasOnlyPutOff() {
    world.answer = () -> new MailOutcome.Deferred("450 greylisted");
    deliver();
    world.answer = () -> Rehearsal.ACCEPTED;
    retryAfter(Duration.ofMinutes(1));

    assertThat(world.mailbox).hasSize(1);
    assertThat(world.mailbox.getFirst().headers()).doesNotContainKey("X-Paperwire-Repeat");
  }

  @Test
  void shouldSayThatAMailMayBeARepetitionWhereTheFirstAnswerGotLost() {
    world.answer = () -> new MailOutcome.Unanswered("the answer got lost");
    deliver();
    world.answer = () -> Rehearsal.ACCEPTED;
    retryAfter(Duration.ofMinutes(1));

    assertThat(world.mailbox)
        .extracting(mail -> mail.headers().containsKey("X-Paperwire-Repeat"))
        .containsExactly(false, true);
    assertThat(world.counts.now()).containsEntry("repeated", 1L);
  }

  @Test
  void shouldTakeAMailerThatFailsForOneWhoseAnswerGotLost() {
    world.answer =
        () -> {
          throw new IllegalStateException("a mistake");
        };
    deliver();
    world.answer = () -> Rehearsal.ACCEPTED;
    retryAfter(Duration.ofMinutes(1));

    assertThat(world.mailbox.getFirst().headers()).containsKey("X-Paperwire-Repeat");
  }

  @Test
  void shouldKeepTheDigestAndCountNothingAgainstItWhereTheServerIsAway() {
    world.answer = () -> new MailOutcome.Unreachable("connection refused");

    for (int attempt = 0; attempt < 10; attempt++) {
      deliverOrRetry();
      assertThat(world.server.problem()).contains("connection refused");
      world.pass(Duration.ofMinutes(1));
      world.server.look();
    }
    world.answer = () -> Rehearsal.ACCEPTED;
    deliverOrRetry();

    assertThat(verdict()).isEqualTo(Verdict.SENT);
    assertThat(world.mailbox).hasSize(1);
    assertThat(world.mailbox.getFirst().headers()).doesNotContainKey("X-Paperwire-Repeat");
  }

  @Test
  void shouldNotSendOnAClaimThatRanOutMeanwhile() {
    world.memory.claim(
        new Delivery("digest-1", Rehearsal.ANNA, "<a@b.org>", List.of("p-1")), Rehearsal.RECORD);
    deliver(); // in hand: leaves the record
    world.pass(Rehearsal.LEASE);
    DueDelivery due = world.memory.claimDue().orElseThrow();
    world.pass(Rehearsal.LEASE);

    deliverer.deliverHeld(due.claim(), Rehearsal.digest(), due.record());

    assertThat(world.mailbox).isEmpty();
    assertThat(retryAfter(Duration.ZERO)).isTrue();
    assertThat(world.mailbox).hasSize(1);
  }

  @Test
  void shouldNotBeginToSendOnAClaimThatMayRunOutMeanwhile() {
    world.answer = () -> new MailOutcome.Deferred("450 greylisted");
    deliver();
    world.answer = () -> Rehearsal.ACCEPTED;
    world.pass(Duration.ofMinutes(1));
    DueDelivery due = world.memory.claimDue().orElseThrow();
    world.pass(Rehearsal.LEASE.dividedBy(2));

    deliverer.deliverHeld(due.claim(), Rehearsal.digest(), due.record());

    assertThat(world.mailbox).isEmpty();
    assertThat(retryAfter(Duration.ZERO)).isTrue();
    assertThat(world.mailbox).hasSize(1);
    assertThat(world.mailbox.getFirst().headers()).doesNotContainKey("X-Paperwire-Repeat");
  }

  @Test
  void shouldTryAFullMailboxAgainBeforeItCountsAsARefusal() {
    world.answer = () -> new MailOutcome.MailboxFull("552 5.2.2 mailbox full");
    deliver();
    assertThat(retryAfter(Duration.ofMinutes(1))).isTrue();
    assertThat(world.memory.settlement("digest-1")).isEmpty();
    assertThat(retryAfter(Duration.ofMinutes(5))).isTrue();

    assertThat(verdict()).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void shouldBeginNoMailAfterTheStop() {
    world.stop.ask();

    assertThatThrownBy(deliverer::awaitTurn).isInstanceOf(Stopped.class);
  }

  private void deliver() {
    deliverer.deliver(Rehearsal.digest(), Rehearsal.RECORD);
  }

  /** To each a digest of their own, whether the server is there or not. */
  private void deliverToPersons(int first, int last) {
    for (int person = first; person <= last; person++) {
      world.server.look();
      deliverer.deliver(digestOf(new UUID(0, person)), Rehearsal.RECORD);
      world.pass(Duration.ofMinutes(5));
    }
  }

  private static Digest digest(int number) {
    return Digest.newBuilder(Rehearsal.digest()).setDigestId("digest-" + number).build();
  }

  private static Digest digestOf(UUID subscriberId) {
    return Digest.newBuilder(Rehearsal.digest())
        .setDigestId("digest of " + subscriberId)
        .setSubscriberId(subscriberId.toString())
        .build();
  }

  /** A day later. */
  private void retryAll(int digests) {
    world.pass(Duration.ofDays(1));
    world.server.look();
    for (int digest = 0; digest < digests; digest++) {
      DueDelivery due = world.memory.claimDue().orElseThrow();
      deliverer.deliverHeld(due.claim(), digestOf(due.subscriberId()), due.record());
    }
  }

  private void deliverOrRetry() {
    if (!retryAfter(Duration.ZERO)) {
      deliver();
    }
  }

  private void retryAllDueAfter(Duration time) {
    boolean more = retryAfter(time);
    while (more) {
      more = retryAfter(Duration.ZERO);
    }
  }

  private boolean retryAfter(Duration time) {
    world.pass(time);
    Optional<DueDelivery> due = world.memory.claimDue();
    due.ifPresent(
        delivery -> deliverer.deliverHeld(delivery.claim(), Rehearsal.digest(), delivery.record()));
    return due.isPresent();
  }

  private Verdict verdict() {
    return world.memory.settlement("digest-1").orElseThrow().verdict();
  }
}
