package io.paperwire.embedded.process;

import java.nio.file.Path;

/** Something that runs in a process of its own, may die, and can be started again as it was. */
public interface Restartable {

  /** How people call it. */
  String name();

  /** Where its output goes. */
  Path log();

  /**
   * Waits until the process that runs now has ended, however that happened.
   *
   * @return how it ended, to be said after the name
   */
  String awaitEnd() throws InterruptedException;

  /**
   * Starts it again, and waits until it serves.
   *
   * @throws io.paperwire.embedded.EmbeddedException if it ends again or does not serve in time, or
   *     has been closed
   */
  void restart() throws InterruptedException;
}
