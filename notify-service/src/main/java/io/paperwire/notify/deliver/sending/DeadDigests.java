package io.paperwire.notify.deliver.sending;

import io.paperwire.notify.deliver.ledger.DueDelivery;

/** Keeps digests of which no mail can be made, for people to look at. */
@FunctionalInterface
public interface DeadDigests {

  /** Sets a digest aside that the ledger held. Returns when it cannot get lost any more. */
  void setAside(DueDelivery due, Throwable cause);
}
