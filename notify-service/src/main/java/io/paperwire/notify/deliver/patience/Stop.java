package io.paperwire.notify.deliver.patience;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The moment at which the service is asked to stop; all waits of the role end with it. */
public final class Stop implements Pause {

  private final CountDownLatch asked = new CountDownLatch(1);

  /** Ends all waits, now and from now on. */
  public void ask() {
    asked.countDown();
  }

  /** Whether the service was asked to stop. */
  public boolean isAsked() {
    return asked.getCount() == 0;
  }

  @Override
  public void rest(Duration time) {
    try {
      if (asked.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new Stopped();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new Stopped();
    }
  }
}
