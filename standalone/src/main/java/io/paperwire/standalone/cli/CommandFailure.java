package io.paperwire.standalone.cli;

import io.paperwire.embedded.EmbeddedException;
import io.paperwire.embedded.EmbeddedException.Reason;
import java.io.IOException;
import java.util.Optional;

/** A command could not do its work, for a reason that its user can act on. */
final class CommandFailure extends RuntimeException {

  CommandFailure(String message) {
    super(message);
  }

  CommandFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * A part of the system could not be started or has ended; adds why a folder cannot be written,
   * and what can be done.
   */
  static CommandFailure of(EmbeddedException error) {
    String why =
        error.reason() == Reason.FOLDER_NOT_WRITABLE
                && error.getCause() instanceof IOException cause
            ? ": " + OneLineErrors.reason(cause)
            : "";
    return new CommandFailure(
        error.getMessage() + why + advice(error.reason()).map(a -> ". " + a).orElse(""), error);
  }

  private static Optional<String> advice(Reason reason) {
    return switch (reason) {
      case PORT_TAKEN ->
          Optional.of("Stop that program, or choose other ports: --free-ports, or see -h");
      case NO_SPACE -> Optional.of("Make room, or give 'up' another folder with --data");
      case FOLDER_NOT_WRITABLE, FOLDER_IN_USE ->
          Optional.of("Give 'up' another folder with --data");
      case NOT_BUILT, CHILD_ENDED, NOT_READY -> Optional.empty();
    };
  }
}
