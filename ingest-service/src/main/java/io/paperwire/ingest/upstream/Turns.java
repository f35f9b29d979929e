package io.paperwire.ingest.upstream;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Who may ask an upstream: one at a time among all instances, and not before the least time since
 * the last request has passed.
 */
public interface Turns extends AutoCloseable {

  /**
   * Waits for the turn to ask an upstream.
   *
   * @param upstream its name
   * @param interval least time between the starts of two requests
   * @param longest how long the turn takes at most; who holds it longer counts as dead
   * @throws UnavailableException if it cannot be known whose turn it is
   */
  Turn take(String upstream, Duration interval, Duration longest)
      throws UnavailableException, InterruptedException;

  /** Ends what keeps the instances together; turns that are still held are found out by others. */
  @Override
  default void close() {}

  /** The right to ask once. */
  interface Turn {

    /** How the upstream was left; empty if it was never asked as far as is known. */
    Optional<Mood> mood();

    /** Ends the turn after a request. */
    void asked(Mood mood);

    /** Ends the turn without a request. */
    void passed();
  }

  /** It cannot be known whose turn it is. */
  final class UnavailableException extends IOException {

    /** For a reason. */
    public UnavailableException(String message, Throwable cause) {
      super(message, cause);
    }

    /** For a reason. */
    public UnavailableException(String message) {
      super(message);
    }
  }

  /** Turns of an instance that shares its upstreams with nobody. */
  static Turns unshared() {
    return (_, _, _) -> Unshared.TURN;
  }

  /** A turn that nobody else waits for. */
  enum Unshared implements Turn {
    TURN;

    @Override
    public Optional<Mood> mood() {
      return Optional.empty();
    }

    @Override
    public void asked(Mood mood) {
      // nobody waits to know
    }

    @Override
    public void passed() {
      // nobody waits to know
    }
  }
}
