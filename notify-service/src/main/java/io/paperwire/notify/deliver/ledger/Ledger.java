package io.paperwire.notify.deliver.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps account of deliveries. Each method is one atomic step. */
public interface Ledger {

  /**
   * Whether a digest is settled for good: it was sent or refused, or there is nobody to send it to.
   * One that failed is tried again when somebody sends it in again, as when its dead letter is
   * replayed. Costs less than a claim.
   */
  boolean isDone(String digestId);

  /**
   * Asks for the right to send a digest that was read from the topic.
   *
   * @param delivery which one
   * @param record its bytes, kept where somebody else holds a claim that may have to be taken over
   */
  ClaimAnswer claim(Delivery delivery, DigestRecord record);

  /**
   * Digests that the ledger holds and whose time has come: they were deferred until now, or the
   * lease of a claim on them ran out. Nothing is claimed.
   *
   * @param except ids of digests that are not asked for
   * @param most how many at most: those that are due longest, in no order
   */
  List<HeldDigest> due(Collection<String> except, int most);

  /**
   * Claims a digest that the ledger holds.
   *
   * @return empty if its time has not come, or somebody else has claimed or settled it
   */
  Optional<DueDelivery> claimDue(String digestId);

  /**
   * Has the leases of claims begin anew. A claim that was taken over, settled or put off meanwhile
   * stays what it is.
   */
  void renew(Collection<Claim> claims);

  /**
   * Puts a digest off.
   *
   * @return false if the claim was taken over meanwhile
   */
  boolean defer(Claim claim, Deferral deferral);

  /**
   * Closes the account of a digest.
   *
   * @return what was written; empty if the claim was taken over meanwhile
   */
  Optional<Settlement> settle(Claim claim, Verdict verdict, String answer);

  /** Notes that the others were told how digests were settled. */
  void told(Collection<String> digestIds);

  /** Settled digests of which nobody was told although they were settled before a time; some. */
  List<Settlement> untold(Instant before);

  /** Deletes what was settled before a time. */
  void forget(Instant before);
}
