package io.paperwire.standalone.cli;

import io.paperwire.embedded.EmbeddedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Prints an error that a person can act on as one line, and anything unexpected with its stack
 * trace.
 */
final class OneLineErrors implements IExecutionExceptionHandler, IParameterExceptionHandler {

  /** Says what is wrong with the arguments; only who named no command sees the list of them. */
  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    CommandLine command = error.getCommandLine();
    PrintWriter errors = command.getErr();
    boolean isRoot = command.getParent() == null;
    String more = " (" + command.getCommandSpec().qualifiedName() + " --help tells more)";
    errors.println("paperwire: " + words(error) + (isRoot ? "" : more));
    if (!UnmatchedArgumentException.printSuggestions(error, errors) && isRoot) {
      command.usage(errors);
    }
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static String words(ParameterException error) {
    return error instanceof UnmatchedArgumentException unmatched
            && !unmatched.isUnknownOption()
            && error.getCommandLine().getParent() == null
        ? "there is no command '" + unmatched.getUnmatched().getFirst() + "'"
        : String.valueOf(error.getMessage());
  }

  @Override
  public int handleExecutionException(
      Exception error, CommandLine commandLine, ParseResult parseResult) throws Exception {
    Optional<String> reason =
        switch (error) {
          case ResultWriter.OutputClosed _ -> Optional.empty();
          case CommandFailure failure -> Optional.ofNullable(failure.getMessage());
          case EmbeddedException failure ->
              Optional.ofNullable(CommandFailure.of(failure).getMessage());
          case UncheckedIOException _, IOException _ -> Optional.of(reason(error));
          default -> Optional.of(reason(outOfMemory(error).orElseThrow(() -> error)));
        };
    reason.ifPresent(line -> commandLine.getErr().println("paperwire: " + line));
    return commandLine.getCommandSpec().exitCodeOnExecutionException();
  }

  /** Threads that embed hand on what they died of. */
  private static Optional<OutOfMemoryError> outOfMemory(Throwable error) {
    return error instanceof OutOfMemoryError found
        ? Optional.of(found)
        : Optional.ofNullable(error.getCause()).flatMap(OneLineErrors::outOfMemory);
  }

  /** That memory was not enough, and how to give about twice as much. */
  static String reason(OutOfMemoryError error) {
    long gibibytes = Math.max(2, Math.ceilDiv(2 * Runtime.getRuntime().maxMemory(), 1L << 30));
    return "out of memory (%s): give more, for example PAPERWIRE_JAVA_OPTS=-Xmx%dg"
        .formatted(error.getMessage(), gibibytes);
  }

  /** What could not be done, and why, in a line. */
  static String reason(Exception error) {
    return switch (error) {
      case UncheckedIOException failure -> reason(failure);
      case IOException failure -> reason(failure);
      default -> Optional.ofNullable(error.getMessage()).orElseGet(error::toString);
    };
  }

  private static String reason(UncheckedIOException error) {
    String what = Optional.ofNullable(error.getMessage()).orElse("");
    return Optional.ofNullable(error.getCause())
        // Without words of its own it repeats those of its cause.
        .map(cause -> what.equals(cause.toString()) ? reason(cause) : what + ": " + reason(cause))
        .orElse(what);
  }

  /** Why reading or writing failed; the messages of many such errors are the file's name alone. */
  static String reason(IOException error) {
    return switch (error) {
      case NoSuchFileException missing -> "there is no " + missing.getFile();
      case AccessDeniedException denied -> "no permission to use " + denied.getFile();
      case FileAlreadyExistsException there -> there.getFile() + " is there already";
      case NotDirectoryException file -> file.getFile() + " is no folder";
      default ->
          Optional.ofNullable(error.getMessage()).orElseGet(() -> error.getClass().getSimpleName());
    };
  }
}
