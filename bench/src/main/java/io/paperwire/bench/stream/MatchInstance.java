package io.paperwire.bench.stream;

import java.time.Duration;

/** One process with the role match, to be started, killed and started again. */
public interface MatchInstance {

  /** Starts it, with the state that an earlier one has left. */
  void start();

  /** Waits until it says that it processes records. */
  void awaitUp() throws InterruptedException;

  /** Asks it to stop, and waits until it has. */
  void stop();

  /** The time that processors have worked for it since it was started. */
  Duration processorTime();

  /** How many papers of the past it has still to match. */
  long backlog() throws InterruptedException;

  /** Ends it with SIGKILL. */
  void kill() throws InterruptedException;
}
