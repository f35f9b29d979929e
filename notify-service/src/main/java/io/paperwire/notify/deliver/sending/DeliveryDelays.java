package io.paperwire.notify.deliver.sending;

import io.paperwire.schemas.Cadence;
import java.time.Duration;

/** Learns how long after its time each mail was taken by the mail server. */
@FunctionalInterface
public interface DeliveryDelays {

  /**
   * The server took a digest.
   *
   * @param cadence how often its reader is told
   * @param delay since the digest was due; for one that is sent at once, since its last paper was
   *     ready. Less than nothing where clocks differ
   */
  void sent(Cadence cadence, Duration delay);
}
