package io.paperwire.notify.deliver.sending;

import io.paperwire.notify.deliver.ledger.DueDelivery;
import io.paperwire.notify.deliver.ledger.HeldDigest;
import io.paperwire.notify.deliver.ledger.Ledger;
import io.paperwire.notify.deliver.patience.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Comes back to what was left: asks for a mail server that was away, sends what the ledger held,
 * and forgets what is long settled.
 */
public final class Retries {

  private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
  private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(500);

  private static final Duration BETWEEN_TIDYING = Duration.ofMinutes(1);

  private final Ledger ledger;
  private final Deliverer deliverer;
  private final DigestReader reader;
  private final DeadDigests dead;
  private final Lanes lanes;
  private final SendingFlow flow;
  private final Duration memory;
  private final Set<String> inHand = ConcurrentHashMap.newKeySet();
  private Instant nextTidying = Instant.MIN;

  /**
   * Retries of one instance.
   *
   * @param memory how long settled digests are remembered; longer than their topic keeps them, or
   *     an old record that is read again would be mailed again
   */
  public Retries(
      Ledger ledger,
      Deliverer deliverer,
      DigestReader reader,
      DeadDigests dead,
      Lanes lanes,
      SendingFlow flow,
      Duration memory) {
    this.ledger = ledger;
    this.deliverer = deliverer;
    this.reader = reader;
    this.dead = dead;
    this.lanes = lanes;
    this.flow = flow;
    this.memory = memory;
  }

  /** Works until the service stops. */
  public void run() {
    try {
      while (true) {
        round();
        flow.pause().rest(BETWEEN_ROUNDS);
      }
    } catch (Stopped end) {
      LOG.debug("Retries end with the service");
    }
  }

  /** One look at everything. */
  void round() {
    try {
      flow.server().look();
      sendDue();
      tidy();
    } catch (Stopped end) {
      throw end;
    } catch (RuntimeException failure) {
      LOG.error("A round of retries failed; the next one follows", failure);
    }
  }

  private void sendDue() {
    int free = lanes.width() - inHand.size();
    if (free > 0 && flow.server().problem().isEmpty()) {
      for (HeldDigest held : ledger.due(Set.copyOf(inHand), free)) {
        inHand.add(held.digestId());
        lanes.add(held.subscriberId().toString(), () -> sendInTurn(held));
      }
    }
  }

  /** What others of its lane and the mail server made it wait for is over: it is claimed now. */
  private void sendInTurn(HeldDigest held) {
    try {
      deliverer.awaitTurn();
      ledger.claimDue(held.digestId()).ifPresent(this::send);
    } catch (Stopped end) {
      LOG.debug("Digest {} waits for the next start", held.digestId());
    } finally {
      inHand.remove(held.digestId());
    }
  }

  private void send(DueDelivery due) {
    try {
      deliverer.deliverHeld(due.claim(), reader.read(due.record()), due.record());
    } catch (UndeliverableDigest failure) {
      LOG.error("Digest {} is set aside", due.claim().digestId(), failure);
      deliverer.setAside(due.claim(), failure, () -> dead.setAside(due, failure));
    }
  }

  private void tidy() {
    Instant now = flow.clock().instant();
    if (now.isBefore(nextTidying)) {
      return;
    }
    nextTidying = now.plus(BETWEEN_TIDYING);
    ledger.forget(now.minus(memory));
  }
}
