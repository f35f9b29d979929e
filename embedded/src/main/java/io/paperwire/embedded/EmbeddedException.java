package io.paperwire.embedded;

/** A backend could not be started or has ended, for a reason that a person can act on. */
public final class EmbeddedException extends RuntimeException {

  /** What went wrong. */
  public enum Reason {
    /** A port is in use by another program. */
    PORT_TAKEN,
    /** A folder cannot be made or written; the cause tells why. */
    FOLDER_NOT_WRITABLE,
    /** A disk has no room left. */
    NO_SPACE,
    /** Another process works with the data in a folder. */
    FOLDER_IN_USE,
    /** A part that the build provides is not there. */
    NOT_BUILT,
    /** A child process ended while it was needed. */
    CHILD_ENDED,
    /** A child process did not become ready in time. */
    NOT_READY
  }

  private final Reason reason;

  /** A failure with one line for people. */
  public EmbeddedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** A failure with one line for people, and what led to it. */
  public EmbeddedException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What went wrong. */
  public Reason reason() {
    return reason;
  }
}
