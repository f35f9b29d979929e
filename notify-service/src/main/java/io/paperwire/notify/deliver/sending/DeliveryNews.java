package io.paperwire.notify.deliver.sending;

import io.paperwire.notify.deliver.ledger.Settlement;
import java.util.List;

/** Tells the other parts how digests were settled. */
@FunctionalInterface
public interface DeliveryNews {

  /** Returns when the news cannot get lost any more. */
  void tell(List<Settlement> settlements);
}
