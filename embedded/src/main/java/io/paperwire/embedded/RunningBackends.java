package io.paperwire.embedded;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has been started so far, to be stopped in the opposite order, each even if one fails. */
final class RunningBackends implements AutoCloseable {

  private final Deque<AutoCloseable> running = new ArrayDeque<>();

  /** Keeps something that has been started. */
  synchronized <T extends AutoCloseable> T add(T started) {
    running.push(started);
    return started;
  }

  @Override
  public synchronized void close() {
    IllegalStateException failure = new IllegalStateException("a backend cannot be stopped");
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        failure.addSuppressed(e);
      }
    }
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }
}
