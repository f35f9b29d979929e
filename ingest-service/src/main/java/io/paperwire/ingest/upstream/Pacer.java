package io.paperwire.ingest.upstream;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps requests to one upstream apart: one at a time, and a least time between the starts of any
 * two. All who ask the same upstream share one.
 */
public final class Pacer {

  private final ReentrantLock turn = new ReentrantLock(true);
  private volatile Duration interval;
  private volatile Duration told = Duration.ZERO;
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

  /** Least time between the starts of two requests. */
  Duration interval() {
    Duration asked = told;
    return asked.compareTo(interval) > 0 ? asked : interval;
  }

  /** What of that the upstream itself asked for last; zero where it did not. */
  Duration told() {
    return told;
  }

  /** Takes over what the upstream asks for, which may be less than what it asked for before. */
  void tell(Duration least) {
    told = least;
  }

  /** Keeps requests at least so far apart from now on; never closer than before. */
  public synchronized void atLeast(Duration least) {
    if (least.compareTo(interval) > 0) {
      interval = least;
    }
  }

  /** Sends a request when its turn has come, and gives its answer. */
  public <T> T inTurn(Request<T> request) throws IOException, InterruptedException {
    turn.lockInterruptibly();
    try {
      TimeUnit.NANOSECONDS.sleep(notBefore - System.nanoTime());
      notBefore = System.nanoTime() + interval().toNanos();
      return request.send();
    } finally {
      turn.unlock();
    }
  }
}
