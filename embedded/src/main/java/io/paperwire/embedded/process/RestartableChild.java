package io.paperwire.embedded.process;

import io.paperwire.embedded.EmbeddedException;
import io.paperwire.embedded.EmbeddedException.Reason;
import java.nio.file.Path;
import java.util.Map;

/** A child process that can be started again. Several threads may use it. */
public final class RestartableChild implements AutoCloseable {

  private final String name;
  private final JavaProgram program;
  private final Map<String, String> environment;
  private final Path log;
  private ChildProcess current;
  private boolean closed;

  /** Starts a Java program; the parameters are those of {@link ChildProcess#start}. */
  public RestartableChild(
      String name, JavaProgram program, Map<String, String> environment, Path log) {
    this.name = name;
    this.program = program;
    this.environment = Map.copyOf(environment);
    this.log = log;
    this.current = ChildProcess.start(name, program, environment, log);
  }

  /** The process that was started last. */
  public synchronized ChildProcess current() {
    return current;
  }

  /**
   * Waits until the process that was started last has ended.
   *
   * @return how
   */
  public String awaitEnd() throws InterruptedException {
    return "ended with code " + current().awaitEnd();
  }

  /** Where its output goes. */
  public Path log() {
    return log;
  }

  /**
   * Stops what still runs, and starts the program again.
   *
   * @throws EmbeddedException if this was closed
   */
  public synchronized void restart() {
    if (closed) {
      throw new EmbeddedException(Reason.CHILD_ENDED, name + " has been stopped");
    }
    current.close();
    current = ChildProcess.start(name, program, environment, log);
  }

  /** Stops the process, and never starts it again. */
  @Override
  public synchronized void close() {
    closed = true;
    current.close();
  }
}
