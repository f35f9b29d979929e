package io.paperwire.notify.deliver.sending;

import io.paperwire.notify.deliver.ledger.Settlement;

/** Tells the other parts how a digest was settled. */
@FunctionalInterface
public interface DeliveryNews {

  /** Returns when the news cannot get lost any more. */
  void tell(Settlement settlement);
}
