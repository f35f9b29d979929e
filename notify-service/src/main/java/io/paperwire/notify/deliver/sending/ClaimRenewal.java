package io.paperwire.notify.deliver.sending;

import io.paperwire.notify.deliver.patience.Pause;
import io.paperwire.notify.deliver.patience.Stopped;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews claims until the last mail is out of hand, which is later than the service's stop. */
public final class ClaimRenewal {

  private static final Logger LOG = LoggerFactory.getLogger(ClaimRenewal.class);

  private final Runnable renew;
  private final Duration between;
  private final Pause untilEnd;

  /**
   * A renewal.
   *
   * @param renew renews the claims that there are
   * @param between time between two renewals
   * @param untilEnd lets time pass until the last mail is out of hand
   */
  public ClaimRenewal(Runnable renew, Duration between, Pause untilEnd) {
    this.renew = renew;
    this.between = between;
    this.untilEnd = untilEnd;
  }

  /** Works until the end. */
  public void run() {
    try {
      while (true) {
        untilEnd.rest(between);
        renew();
      }
    } catch (Stopped end) {
      LOG.debug("Claims are renewed no more");
    }
  }

  /** The service's stop ends the wait for a database that failed, and no more than that. */
  private void renew() {
    try {
      renew.run();
    } catch (RuntimeException failure) {
      LOG.error("The claims on digests in hand are not renewed; the next try follows", failure);
    }
  }
}
