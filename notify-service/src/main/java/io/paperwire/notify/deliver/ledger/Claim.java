package io.paperwire.notify.deliver.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The right to send a digest once.
 *
 * @param digestId the digest
 * @param id tells this claim from all others on the digest
 * @param attempt how many attempts there were, this one included, from 1
 * @param perhapsSent whether an earlier attempt may have reached its reader
 * @param sendBy when sending must have begun. What is left of the lease then is longer than the
 *     time until the claim is renewed.
 */
public record Claim(String digestId, UUID id, int attempt, boolean perhapsSent, Instant sendBy) {

  /** A claim that was made at a moment, under a lease. */
  static Claim madeAt(
      Instant moment, Duration lease, String digestId, UUID id, int attempt, boolean perhapsSent) {
    return new Claim(digestId, id, attempt, perhapsSent, moment.plus(lease.dividedBy(2)));
  }

  /** Whether the mail may still be sent on it. */
  public boolean isGood(Instant now) {
    return now.isBefore(sendBy);
  }
}
