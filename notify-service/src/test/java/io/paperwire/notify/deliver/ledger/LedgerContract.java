package io.paperwire.notify.deliver.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ledger does, whatever it is made of. */
abstract class LedgerContract {

  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
  private static final UUID ANNA = UUID.fromString("4f6c1a52-5d3e-4c8e-9a70-2b1f0c9d8e7f");
  private static final Delivery DIGEST =
      new Delivery("digest-1", ANNA, "<digest-1@example.org>", List.of("p-1"));
  private static final DigestRecord RECORD =
      DigestRecord.of("the digest".getBytes(StandardCharsets.UTF_8));

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private Ledger ledger;

  /** An empty ledger. */
  abstract Ledger open(InstantSource clock, Duration lease);

  @BeforeEach
  void open() {
    ledger = open(now::get, LEASE);
  }

  @Test
  void shouldGrantTheFirstClaim() {
    Claim claim = granted();

    assertThat(claim.digestId()).isEqualTo("digest-1");
    assertThat(claim.attempt()).isEqualTo(1);
    assertThat(claim.perhapsSent()).isFalse();
    assertThat(claim.sendBy()).isEqualTo(START.plus(LEASE.dividedBy(2)));
  }

  @Test
  void shouldTellWhatIsDone() {
    assertThat(ledger.isDone("digest-1")).isFalse();
    Claim claim = granted();
    assertThat(ledger.isDone("digest-1")).isFalse();
    Settlement settlement = ledger.settle(claim, Verdict.SENT, "250 2.0.0 Ok").orElseThrow();

    assertThat(settlement)
        .isEqualTo(new Settlement("digest-1", ANNA, Verdict.SENT, START, "250 2.0.0 Ok"));
    assertThat(claim()).isEqualTo(new ClaimAnswer.Done());
    assertThat(ledger.isDone("digest-1")).isTrue();
  }

  @Test
  void shouldBeginAnewWithWhatFailedAndWasSentInAgain() {
    ledger.defer(granted(), deferral(START, true, false));
    Claim second = claimDue().orElseThrow().claim();
    ledger.settle(second, Verdict.FAILED, "no mail can be made of the digest");
    ledger.told(List.of("digest-1"));

    assertThat(ledger.isDone("digest-1")).isFalse();
    Claim third = granted();
    assertThat(third.attempt()).isEqualTo(1);
    assertThat(third.perhapsSent()).isFalse();
    assertThat(ledger.settle(second, Verdict.SENT, "too late")).isEmpty();
    Settlement settlement = ledger.settle(third, Verdict.SENT, "250").orElseThrow();
    assertThat(ledger.untold(START.plusMillis(1))).containsExactly(settlement);
  }

  @Test
  void shouldKeepOthersOutWhileAClaimHoldsAndComeBackByItselfWhenItsHolderDied() {
    granted();

    after(LEASE.minusSeconds(1));
    assertThat(claim()).isEqualTo(new ClaimAnswer.InHand());
    assertThat(claimDue()).isEmpty();

    after(Duration.ofSeconds(1));
    DueDelivery due = claimDue().orElseThrow();
    assertThat(due.record()).isEqualTo(RECORD);
    assertThat(due.subscriberId()).isEqualTo(ANNA);
    assertThat(due.claim().perhapsSent()).isTrue();
    assertThat(due.claim().attempt()).isEqualTo(2);
  }

  @Test
  void shouldLetAClaimBeTakenOverOnceItsLeaseRanOut() {
    Claim first = granted();

    after(LEASE);
    Claim second = granted();

    assertThat(second.perhapsSent()).isTrue();
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(ledger.settle(first, Verdict.SENT, "too late")).isEmpty();
    assertThat(ledger.defer(first, deferral(START, true, false))).isFalse();
    assertThat(ledger.settle(second, Verdict.SENT, "250")).isPresent();
  }

  @Test
  void shouldHoldAClaimThatIsRenewedAndNoLongerThanThat() {
    Claim first = granted();
    claim(); // leaves the record
    after(LEASE.minusSeconds(1));
    ledger.renew(List.of(first));

    after(LEASE.minusSeconds(1));
    assertThat(claim()).isEqualTo(new ClaimAnswer.InHand());
    assertThat(claimDue()).isEmpty();
    after(Duration.ofSeconds(1));
    assertThat(claimDue()).isPresent();
  }

  @Test
  void shouldRenewNoClaimThatIsNoneAnyMore() {
    Claim first = granted();
    after(LEASE);
    Claim second = granted();
    claim(); // leaves the record
    after(LEASE.minusSeconds(1));
    ledger.renew(List.of(first));
    after(Duration.ofSeconds(1));
    Claim third = claimDue().orElseThrow().claim();
    ledger.defer(third, deferral(now.get(), true, false));
    ledger.renew(List.of(first, second, third));

    assertThat(ledger.settle(second, Verdict.SENT, "too late")).isEmpty();
    assertThat(claimDue()).isPresent();
  }

  @Test
  void shouldHoldADeferredDigestUntilItIsDue() {
    Instant due = START.plusSeconds(60);

    assertThat(ledger.defer(granted(), deferral(due, true, false))).isTrue();

    assertThat(claim()).isEqualTo(new ClaimAnswer.InHand());
    after(Duration.ofSeconds(59));
    assertThat(claimDue()).isEmpty();
    after(Duration.ofSeconds(1));
    Claim second = claimDue().orElseThrow().claim();
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(second.perhapsSent()).isFalse();
    assertThat(claimDue()).as("claimed once").isEmpty();
  }

  @Test
  void shouldNotCountAnAttemptThatWasTheServersFault() {
    ledger.defer(granted(), deferral(START, false, false));

    assertThat(claimDue().orElseThrow().claim().attempt()).isEqualTo(1);
  }

  @Test
  void shouldRememberThatAnAttemptMayHaveReachedItsReader() {
    ledger.defer(granted(), deferral(START, true, true));
    Claim second = claimDue().orElseThrow().claim();
    ledger.defer(second, deferral(START, true, false));

    assertThat(second.perhapsSent()).isTrue();
    assertThat(claimDue().orElseThrow().claim().perhapsSent()).isTrue();
  }

  @Test
  void shouldComeBackToADigestWhoseRetryDied() {
    ledger.defer(granted(), deferral(START, true, false));
    claimDue();

    after(LEASE);

    assertThat(claimDue().orElseThrow().claim().perhapsSent()).isTrue();
  }

  @Test
  void shouldTakeTheSameStepTwiceWithoutHarm() {
    Claim claim = granted();
    ledger.defer(claim, deferral(START, false, false));
    ledger.defer(claim, deferral(START, false, false));
    Claim second = claimDue().orElseThrow().claim();
    Optional<Settlement> settled = ledger.settle(second, Verdict.REFUSED, "550");

    assertThat(second.attempt()).isEqualTo(1);
    assertThat(ledger.settle(second, Verdict.REFUSED, "550")).isEqualTo(settled);
  }

  @Test
  void shouldListWhatNobodyWasToldUntilItIs() {
    Settlement settlement = ledger.settle(granted(), Verdict.FAILED, "gave up").orElseThrow();

    assertThat(ledger.untold(START)).isEmpty();
    assertThat(ledger.untold(START.plusMillis(1))).containsExactly(settlement);
    ledger.told(List.of("digest-1"));
    assertThat(ledger.untold(START.plusMillis(1))).isEmpty();
  }

  @Test
  void shouldHaveNothingToTellOfASkippedDigest() {
    ledger.settle(granted(), Verdict.SKIPPED, "the subscription is unsubscribed");

    assertThat(ledger.untold(START.plusSeconds(1))).isEmpty();
  }

  @Test
  void shouldForgetOnlyWhatIsSettledAndTold() {
    ledger.settle(granted(), Verdict.SENT, "250");

    ledger.forget(START.plusMillis(1));
    assertThat(claim()).isEqualTo(new ClaimAnswer.Done());

    ledger.told(List.of("digest-1"));
    ledger.forget(START);
    assertThat(claim()).isEqualTo(new ClaimAnswer.Done());

    ledger.forget(START.plusMillis(1));
    assertThat(claim()).isInstanceOf(ClaimAnswer.Granted.class);
  }

  @Test
  void shouldListWhatIsDueAndClaimNothingByIt() {
    for (int number = 1; number <= 4; number++) {
      Claim claim = granted("due-" + number);
      ledger.defer(claim, deferral(START.plusSeconds(10 - number), true, false));
    }
    granted("abandoned");
    ledger.claim(delivery("abandoned"), RECORD);
    after(LEASE);

    assertThat(ids(ledger.due(List.of("due-3"), 10)))
        .containsExactlyInAnyOrder("abandoned", "due-4", "due-2", "due-1");
    assertThat(ids(ledger.due(List.of("abandoned"), 2))).containsExactly("due-4", "due-3");
    DueDelivery due = ledger.claimDue("due-4").orElseThrow();
    assertThat(due.claim().perhapsSent()).isFalse();
    assertThat(ledger.claimDue("due-4")).isEmpty();
    assertThat(ledger.claimDue("nowhere")).isEmpty();
  }

  private static List<String> ids(List<HeldDigest> digests) {
    return digests.stream().map(HeldDigest::digestId).toList();
  }

  private static Delivery delivery(String digestId) {
    return new Delivery(digestId, ANNA, "<" + digestId + "@example.org>", List.of("p-1"));
  }

  private Claim granted(String digestId) {
    return ((ClaimAnswer.Granted) ledger.claim(delivery(digestId), RECORD)).claim();
  }

  private Optional<DueDelivery> claimDue() {
    return ledger.due(List.of(), 1).stream()
        .findFirst()
        .flatMap(held -> ledger.claimDue(held.digestId()));
  }

  private ClaimAnswer claim() {
    return ledger.claim(DIGEST, RECORD);
  }

  private Claim granted() {
    return ((ClaimAnswer.Granted) claim()).claim();
  }

  private void after(Duration time) {
    now.set(now.get().plus(time));
  }

  private static Deferral deferral(Instant due, boolean counted, boolean perhapsSent) {
    return new Deferral(RECORD, due, "451 try later", counted, perhapsSent);
  }
}
