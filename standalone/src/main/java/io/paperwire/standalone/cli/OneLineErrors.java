package io.paperwire.standalone.cli;

import java.io.PrintWriter;
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
    boolean isGroup = !command.getSubcommands().isEmpty();
    String more = " (" + command.getCommandSpec().qualifiedName() + " --help tells more)";
    errors.println("paperwire: " + error.getMessage() + (isGroup ? "" : more));
    if (!UnmatchedArgumentException.printSuggestions(error, errors) && isGroup) {
      command.usage(errors);
    }
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

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
