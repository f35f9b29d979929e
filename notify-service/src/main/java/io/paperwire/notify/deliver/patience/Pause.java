package io.paperwire.notify.deliver.patience;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {

  /**
   * Waits.
   *
   * @throws Stopped if the service stops before the time is over
   */
  void rest(Duration time);
}
