package io.paperwire.notify.deliver.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * The right to send a digest once.
 *
 * @param digestId the digest
 * @param id tells this claim from all others on the digest
 * @param attempt how many attempts there were, this one included, from 1
 * @param perhapsSent whether an earlier attempt may have reached its reader
 * @param until when somebody else may take it over
 */
public record Claim(String digestId, UUID id, int attempt, boolean perhapsSent, Instant until) {

  /** Whether the claim still holds. */
  public boolean isGood(Instant now) {
    return now.isBefore(until);
  }
}
