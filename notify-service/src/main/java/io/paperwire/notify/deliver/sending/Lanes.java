package io.paperwire.notify.deliver.sending;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks side by side, up to a number, and those of one lane one after the other in the order
 * in which they came. A lane that waits holds one place and keeps no other lane's order.
 */
public final class Lanes {

  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

  private final Map<String, Queue<Runnable>> lanes = new HashMap<>();
  private final Semaphore places;
  private final int width;
  private int inHand;

  /**
   * Lanes without tasks.
   *
   * @param width how many tasks run at once, at least 1
   */
  public Lanes(int width) {
    if (width < 1) {
      throw new IllegalArgumentException("at least one task must run at once, not " + width);
    }
    this.width = width;
    this.places = new Semaphore(width, true);
  }

  /** Adds a task to a lane. A task that fails does not keep the next one from running. */
  public synchronized void add(String lane, Runnable task) {
    inHand++;
    Queue<Runnable> waiting = lanes.get(lane);
    if (waiting == null) {
      waiting = new ArrayDeque<>();
      lanes.put(lane, waiting);
      Thread.ofVirtual().name("deliver-lane").start(() -> run(lane));
    }
    waiting.add(task);
  }

  /** How many tasks were added and are not finished. */
  public synchronized int inHand() {
    return inHand;
  }

  /** How many tasks run at once. */
  int width() {
    return width;
  }

  /**
   * Waits until all tasks are finished.
   *
   * @return false if they are not after the time given
   */
  public synchronized boolean awaitEmpty(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    while (inHand > 0) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  private void run(String lane) {
    for (Optional<Runnable> task = next(lane); task.isPresent(); task = next(lane)) {
      places.acquireUninterruptibly();
      try {
        task.get().run();
      } catch (RuntimeException | Error failure) {
        // Nobody else would go on with the lane.
        LOG.error("A task failed", failure);
      } finally {
        places.release();
        finished();
      }
    }
  }

  private synchronized Optional<Runnable> next(String lane) {
    Optional<Runnable> task = Optional.ofNullable(lanes.get(lane)).map(Queue::poll);
    if (task.isEmpty()) {
      lanes.remove(lane);
    }
    return task;
  }

  private synchronized void finished() {
    inHand--;
    notifyAll();
  }
}
