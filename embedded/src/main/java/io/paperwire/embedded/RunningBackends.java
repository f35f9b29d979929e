package io.paperwire.embedded;

import io.paperwire.embedded.process.FolderLock;
import java.util.ArrayList;
import java.util.List;

/** What has been started so far, to be stopped side by side, each even if another fails. */
final class RunningBackends implements AutoCloseable {

  private final FolderLock lock;
  private final List<AutoCloseable> running = new ArrayList<>();

  /**
   * Nothing yet.
   *
   * @param lock of the folder of all; given free when none of them writes there any more
   */
  RunningBackends(FolderLock lock) {
    this.lock = lock;
  }

  /** Keeps something that has been started. */
  synchronized <T extends AutoCloseable> T add(T started) {
    running.add(started);
    return started;
  }

  @Override
  public synchronized void close() {
    IllegalStateException failure = new IllegalStateException("a backend cannot be stopped");
    List<Thread> stops =
        running.stream()
            .map(backend -> Thread.ofVirtual().start(() -> stop(backend, failure)))
            .toList();
    running.clear();
    try {
      for (Thread stop : stops) {
        stop.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lock.close();
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }

  private static void stop(AutoCloseable backend, Exception failure) {
    try {
      backend.close();
    } catch (Exception e) {
      failure.addSuppressed(e);
    }
  }
}
