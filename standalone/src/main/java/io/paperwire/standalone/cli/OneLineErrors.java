package io.paperwire.standalone.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Prints an error that a person can act on as one line, and anything unexpected with its stack
 * trace.
 */
final class OneLineErrors implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception error, CommandLine commandLine, ParseResult parseResult) throws Exception {
    if (error instanceof CommandFailure failure) {
      commandLine.getErr().println("paperwire: " + failure.getMessage());
      return commandLine.getCommandSpec().exitCodeOnExecutionException();
    }
    throw error;
  }
}
