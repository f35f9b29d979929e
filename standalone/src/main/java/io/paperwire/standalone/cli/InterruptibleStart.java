package io.paperwire.standalone.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C while a system starts: interrupts the thread that starts it, and lets the process end when
 * that thread has stopped again what was there already.
 */
final class InterruptibleStart implements AutoCloseable {

  private final Thread starter = Thread.currentThread();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupt, "interrupt-start");

  /** From now on, for the thread that calls this. */
  InterruptibleStart() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void interrupt() {
    starter.interrupt();
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The start is over, one way or the other. */
  @Override
  public void close() {
    over.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook with it.
    }
  }
}
