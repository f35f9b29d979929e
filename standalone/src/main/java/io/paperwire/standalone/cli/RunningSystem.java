package io.paperwire.standalone.cli;

import io.paperwire.embedded.EmbeddedException;
import io.paperwire.standalone.system.Distribution;
import io.paperwire.standalone.system.PaperwireSystem;
import io.paperwire.standalone.system.SystemSettings;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A system that stops with this process, however that ends. */
final class RunningSystem implements AutoCloseable {

  private final PaperwireSystem system;
  private final Thread hook;
  private boolean closed;

  private RunningSystem(PaperwireSystem system) {
    this.system = system;
    this.hook = new Thread(this::stop, "stop-paperwire");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts a system.
   *
   * @throws CommandFailure if a part cannot be started; one line that says why
   */
  static RunningSystem start(SystemSettings settings, Screen screen) throws InterruptedException {
    try {
      return new RunningSystem(
          PaperwireSystem.start(Distribution.running(), settings, screen::step));
    } catch (EmbeddedException e) {
      throw new CommandFailure(e.getMessage() + advice(e).map(a -> ". " + a).orElse(""), e);
    }
  }

  PaperwireSystem system() {
    return system;
  }

  /** Waits until the process is told to stop. */
  static void awaitStop() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  @Override
  public void close() {
    stop();
  }

  private synchronized void stop() {
    if (!closed) {
      closed = true;
      system.close();
    }
  }

  private static Optional<String> advice(EmbeddedException e) {
    return switch (e.reason()) {
      case PORT_TAKEN ->
          Optional.of("Stop that program, or choose other ports: --free-ports, or see -h");
      case NO_SPACE -> Optional.of("Make room, or give 'up' another folder with --data");
      case FOLDER_NOT_WRITABLE, FOLDER_IN_USE ->
          Optional.of("Give 'up' another folder with --data");
      case NOT_BUILT, CHILD_ENDED, NOT_READY -> Optional.empty();
    };
  }
}
