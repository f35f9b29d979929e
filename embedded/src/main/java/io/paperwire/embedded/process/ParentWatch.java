package io.paperwire.embedded.process;

import java.io.IOException;
import java.time.Duration;

/**
 * Ends a child JVM when its parent is gone. The parent holds the other end of the child's standard
 * input and never writes to it, so it reads as ended exactly when the parent has ended, however
 * that happened. Loaded as a Java agent, so that it works for any program without a change to it.
 */
public final class ParentWatch {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private ParentWatch() {}

  /** Called by the JVM before the program's own main method. */
  public static void premain(String arguments) {
    Thread.ofPlatform().daemon().name("parent-watch").start(ParentWatch::awaitEndOfParent);
  }

  private static void awaitEndOfParent() {
    try {
      while (System.in.read() >= 0) {
        // The parent never writes; whatever comes is not for this program.
      }
    } catch (IOException e) {
      System.err.println("parent-watch: standard input failed, which ends the parent's hold: " + e);
    }
    System.err.println("parent-watch: the parent is gone, stopping");
    Thread.ofPlatform().daemon().start(ParentWatch::haltWhenShutdownHangs);
    System.exit(0);
  }

  private static void haltWhenShutdownHangs() {
    try {
      Thread.sleep(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }
}
