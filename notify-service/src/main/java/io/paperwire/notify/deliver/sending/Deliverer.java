package io.paperwire.notify.deliver.sending;

import io.paperwire.notify.deliver.ledger.Claim;
import io.paperwire.notify.deliver.ledger.ClaimAnswer;
import io.paperwire.notify.deliver.ledger.Deferral;
import io.paperwire.notify.deliver.ledger.Delivery;
import io.paperwire.notify.deliver.ledger.DigestRecord;
import io.paperwire.notify.deliver.ledger.Ledger;
import io.paperwire.notify.deliver.ledger.Settlement;
import io.paperwire.notify.deliver.ledger.Verdict;
import io.paperwire.notify.deliver.patience.Stopped;
import io.paperwire.notify.deliver.recipient.AddressBook;
import io.paperwire.notify.deliver.recipient.Recipient;
import io.paperwire.notify.mail.MailOutcome;
import io.paperwire.notify.mail.Mailer;
import io.paperwire.notify.mail.OutgoingMail;
import io.paperwire.notify.mail.render.MailRenderer;
import io.paperwire.notify.mail.render.Sending;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.DigestItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a digest from the claim to the verdict. Safe for use by many threads. */
public final class Deliverer {

  private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);

  private final Ledger ledger;
  private final AddressBook addresses;
  private final MailRenderer renderer;
  private final Mailer mailer;
  private final DeliveryNews news;
  private final SendingFlow flow;
  private final Set<Claim> underWay = ConcurrentHashMap.newKeySet();

  /** A deliverer over its neighbours. */
  public Deliverer(
      Ledger ledger,
      AddressBook addresses,
      MailRenderer renderer,
      Mailer mailer,
      DeliveryNews news,
      SendingFlow flow) {
    this.ledger = ledger;
    this.addresses = addresses;
    this.renderer = renderer;
    this.mailer = mailer;
    this.news = news;
    this.flow = flow;
  }

  /**
   * Delivers a digest that was read from the topic. When this returns, the topic is not needed any
   * more: the digest is settled, or the ledger holds it.
   *
   * @param digest what to deliver
   * @param record its bytes as they were read
   * @throws UndeliverableDigest if no mail can be made of it
   */
  public void deliver(Digest digest, DigestRecord record) {
    Delivery delivery = delivery(digest);
    if (ledger.isDone(delivery.digestId())) {
      // Read again: takes no turn from those who still wait for their mails.
      return;
    }
    awaitTurn();
    switch (ledger.claim(delivery, record)) {
      case ClaimAnswer.Granted(Claim claim) -> address(claim, digest, record);
      case ClaimAnswer.InHand(), ClaimAnswer.Done() -> {}
    }
  }

  /** Waits until a mail may leave. Only then is a digest claimed: a claim must not grow old. */
  void awaitTurn() {
    flow.pause().rest(Duration.ZERO);
    flow.server().awaitReady(flow.pause());
    flow.rate().await();
  }

  /**
   * Delivers a digest that the ledger held, at its turn.
   *
   * @throws UndeliverableDigest if no mail can be made of it
   */
  void deliverHeld(Claim claim, Digest digest, DigestRecord record) {
    address(claim, digest, record);
  }

  /**
   * Renews the claims on which mails are under way, however long the mail server takes, so that
   * only those of a process that has died are taken over. To be called more than twice in a lease.
   */
  public void renewClaims() {
    List<Claim> claims = List.copyOf(underWay);
    if (!claims.isEmpty()) {
      ledger.renew(claims);
    }
  }

  /**
   * Sets a digest aside of which no mail can be made, and closes its account after that: until then
   * it is begun anew by whoever comes next. The claim holds however long the first takes.
   *
   * @param keep keeps the digest elsewhere
   */
  public void setAside(UndeliverableDigest digest, Runnable keep) {
    digest.claim().ifPresentOrElse(claim -> setAside(claim, digest, keep), keep);
  }

  void setAside(Claim claim, UndeliverableDigest digest, Runnable keep) {
    underWay.add(claim);
    try {
      keep.run();
    } finally {
      underWay.remove(claim);
    }
    settle(claim, Verdict.FAILED, String.valueOf(digest.getMessage()));
  }

  private Delivery delivery(Digest digest) {
    try {
      return new Delivery(
          digest.getDigestId(),
          UUID.fromString(digest.getSubscriberId()),
          renderer.digestMessageId(digest.getDigestId()),
          digest.getItems().stream().map(DigestItem::getPaperId).toList());
    } catch (IllegalArgumentException noUuid) {
      throw new UndeliverableDigest("the digest's subscriber id is not a UUID", noUuid);
    }
  }

  private void address(Claim claim, Digest digest, DigestRecord record) {
    UUID subscriberId = UUID.fromString(digest.getSubscriberId());
    switch (beforeSending(claim, record, () -> addresses.find(subscriberId))) {
      case Recipient.Absent(String reason) -> settle(claim, Verdict.SKIPPED, reason);
      case Recipient.Confirmed(String address) ->
          flow.server()
              .waitsUntil(subscriberId)
              .ifPresentOrElse(
                  end -> waitForAnother(claim, record, end),
                  () -> handOver(claim, digest, render(claim, digest, address), record));
    }
  }

  /** The server denied another digest of the subscriber; it is not asked for each of them. */
  private void waitForAnother(Claim claim, DigestRecord record, Instant end) {
    String why = "waits, since another digest of the subscriber was denied";
    LOG.debug("Digest {} {}, until {}", claim.digestId(), why, end);
    putBack(claim, record, end, why);
  }

  /** A step after the claim and before the mail: if the service stops here, nothing was sent. */
  private <T> T beforeSending(Claim claim, DigestRecord record, Supplier<T> step) {
    try {
      return step.get();
    } catch (Stopped end) {
      putBack(claim, record, now(), "the service stopped");
      throw end;
    }
  }

  private void handOver(Claim claim, Digest digest, OutgoingMail mail, DigestRecord record) {
    if (!claim.isGood(now())) {
      // Something took too long; the lease may run out before the mail is sent.
      putBack(claim, record, now(), "the claim ran out unused");
      return;
    }
    if (claim.perhapsSent()) {
      LOG.warn(
          "Digest {} may have been mailed before; sending it again, marked as a repetition",
          claim.digestId());
      flow.counts().repeated();
    }
    underWay.add(claim);
    try {
      conclude(claim, digest, record, attempt(mail));
    } finally {
      underWay.remove(claim);
    }
  }

  private void conclude(Claim claim, Digest digest, DigestRecord record, MailOutcome outcome) {
    UUID subscriberId = UUID.fromString(digest.getSubscriberId());
    switch (outcome) {
      case MailOutcome.Accepted(String answer) -> {
        flow.server().accepted(subscriberId);
        flow.delays().sent(digest.getCadence(), Duration.between(digest.getWindowEnd(), now()));
        settle(claim, Verdict.SENT, answer);
      }
      case MailOutcome.Refusal refusal -> refused(claim, subscriberId, record, refusal);
      case MailOutcome.Deferred(String answer) ->
          putOff(claim, record, answer, false, Verdict.FAILED);
      case MailOutcome.Unanswered(String reason) ->
          putOff(claim, record, reason, true, Verdict.FAILED);
      case MailOutcome.Unwelcome(String answer) -> {
        flow.server().deniesUs(answer);
        putBack(claim, record, now(), answer);
      }
      case MailOutcome.Unreachable(String reason) -> {
        flow.server().lost(reason);
        putBack(claim, record, now(), reason);
      }
    }
  }

  /** Whom a refusal concerns stands in it, unless the run of refusals says something else. */
  private void refused(
      Claim claim, UUID subscriberId, DigestRecord record, MailOutcome.Refusal refusal) {
    String answer = refusal.answer();
    RefusalRun.Place place = flow.server().refused(subscriberId, answer);
    if (place == RefusalRun.Place.MANY) {
      waitForTheOperator(claim, record, answer);
      return;
    }
    switch (refusal) {
      case MailOutcome.Refused _ -> settle(claim, Verdict.REFUSED, answer);
      case MailOutcome.MailboxFull _ -> putOff(claim, record, answer, false, Verdict.REFUSED);
      case MailOutcome.Rejected _ -> putOff(claim, record, answer, false, Verdict.FAILED);
      case MailOutcome.Denied _ -> {
        switch (place) {
          case FEW -> putOff(claim, record, answer, false, Verdict.FAILED);
          case AGAIN -> waitAlone(claim, subscriberId, record, answer);
          case SEVERAL_AGAIN, MANY -> waitForTheOperator(claim, record, answer);
        }
      }
    }
  }

  /**
   * Nobody knows whether the server would deny others too, because there are none: the digest is
   * not to blame yet, and holds nobody up but the subscriber's others.
   */
  private void waitAlone(Claim claim, UUID subscriberId, DigestRecord record, String answer) {
    Duration wait = flow.server().deniedAlone(subscriberId);
    Duration delay =
        flow.schedule()
            .after(claim.attempt())
            .filter(longer -> longer.compareTo(wait) > 0)
            .orElse(wait);
    LOG.info("Digest {} waits for {} without counting: {}", claim.digestId(), delay, answer);
    putBack(claim, record, now().plus(delay), answer);
  }

  /** The mail server says to everybody what it says to this one: the digest is not to blame. */
  private void waitForTheOperator(Claim claim, DigestRecord record, String answer) {
    flow.server().refusesAll(answer);
    putBack(claim, record, now(), answer);
  }

  /** Nobody knows how far a mailer came that failed in a way that it does not know itself. */
  private MailOutcome attempt(OutgoingMail mail) {
    try {
      return mailer.send(mail);
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      LOG.error("The mailer failed on {}", mail.messageId(), failure);
      return new MailOutcome.Unanswered("the mailer failed: " + failure.getClass().getName());
    }
  }

  private OutgoingMail render(Claim claim, Digest digest, String address) {
    try {
      return renderer.digest(
          digest, address, claim.perhapsSent() ? Sending.PERHAPS_AGAIN : Sending.FIRST);
    } catch (RuntimeException | Error failure) {
      throw new UndeliverableDigest(
          "no mail can be made of the digest: " + failure.getClass().getSimpleName(),
          failure,
          claim);
    }
  }

  /** Has the digest tried again later, at no cost to it. */
  private void putBack(Claim claim, DigestRecord record, Instant due, String why) {
    defer(claim, new Deferral(record, due, why, false, false));
  }

  /**
   * Has the digest tried again later, as often as the schedule says.
   *
   * @param end how it is settled after the last attempt
   */
  private void putOff(
      Claim claim, DigestRecord record, String answer, boolean perhapsSent, Verdict end) {
    Optional<Duration> delay = flow.schedule().after(claim.attempt());
    if (delay.isEmpty()) {
      String reason = "gave up after %d attempts: %s".formatted(claim.attempt(), answer);
      LOG.error("Digest {} is not delivered: {}", claim.digestId(), reason);
      settle(claim, end, reason);
      return;
    }
    LOG.info(
        "Digest {} is put off for {} after attempt {}: {}",
        claim.digestId(),
        delay.get(),
        claim.attempt(),
        answer);
    defer(claim, new Deferral(record, now().plus(delay.get()), answer, true, perhapsSent));
  }

  private void defer(Claim claim, Deferral deferral) {
    flow.counts().deferred();
    if (!ledger.defer(claim, deferral)) {
      takenOver(claim);
    }
  }

  private void settle(Claim claim, Verdict verdict, String answer) {
    Optional<Settlement> settlement = ledger.settle(claim, verdict, answer);
    if (settlement.isEmpty()) {
      takenOver(claim);
      return;
    }
    flow.counts().add(verdict);
    if (verdict != Verdict.SKIPPED) {
      news.tell(List.of(settlement.get()));
    }
  }

  private static void takenOver(Claim claim) {
    LOG.warn(
        "The claim of attempt {} on digest {} could not be renewed in its lease, and another"
            + " instance went on with it; the reader may get the mail twice, the second one marked"
            + " as a repetition",
        claim.attempt(),
        claim.digestId());
  }

  private Instant now() {
    return flow.clock().instant();
  }
}
