package io.paperwire.notify.deliver.ledger;

/** What the ledger says to the wish to send a digest. */
public sealed interface ClaimAnswer {

  /**
   * Send it.
   *
   * @param claim the right to
   */
  record Granted(Claim claim) implements ClaimAnswer {}

  /**
   * Leave it: it waits in the ledger for its time, or somebody else is sending it; should they die,
   * it is among those of {@link Ledger#due}.
   */
  record InHand() implements ClaimAnswer {}

  /** Leave it: it is done ({@link Ledger#isDone}). */
  record Done() implements ClaimAnswer {}
}
