package io.paperwire.standalone.cli;

/** A command could not do its work, for a reason that its user can act on. */
final class CommandFailure extends RuntimeException {

  CommandFailure(String message) {
    super(message);
  }

  CommandFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
