package io.paperwire.ingest.source;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps requests to one upstream apart: one at a time, and a least time between the starts of any
 * two. All who ask the same upstream share one.
 */
public final class Pacer {

  private final Duration interval;
  private final ReentrantLock turn = new ReentrantLock(true);
  private long notBefore = System.nanoTime();

  /**
   * A pacer.
   *
   * @param interval least time between the starts of two requests
   */
  public Pacer(Duration interval) {
    this.interval = interval;
  }

  /** A request to an upstream. */
  public interface Request<T> {
    /** Sends it and waits for the answer. */
    T send() throws IOException, InterruptedException;
  }

  /** Sends a request when its turn has come, and gives its answer. */
  public <T> T inTurn(Request<T> request) throws IOException, InterruptedException {
    turn.lockInterruptibly();
    try {
      TimeUnit.NANOSECONDS.sleep(notBefore - System.nanoTime());
      notBefore = System.nanoTime() + interval.toNanos();
      return request.send();
    } finally {
      turn.unlock();
    }
  }
}
