package io.paperwire.standalone.cli;

import io.paperwire.schemas.catalogue.TrustedRecords;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/** The root command, {@code paperwire}. */
@Command(
    name = "paperwire",
    description = "Get trending papers in your email inbox!",
    mixinStandardHelpOptions = true,
    version = "paperwire 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      TagCommand.class,
      MatchCommand.class,
      RankCommand.class,
      IngestCommand.class,
      SourcesCommand.class,
      DeadLetterCommand.class,
      BenchCommand.class,
      TrainCommand.class,
      SchemasCommand.class,
      HelpCommand.class
    },
    footerHeading = "%nStart here:%n",
    footer = {
      "  paperwire demo          the whole system on some forty real papers",
      "  paperwire COMMAND -h    what a command does and takes"
    })
public final class Paperwire implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    // Figures and letters are the same on every machine, whatever its language.
    Locale.setDefault(Locale.ROOT);
    // The services' jars, which are on the class path for their pure parts, bring their own.
    System.setProperty("logback.configurationFile", "logback-standalone.xml");
    // Before threads begin: the first of them to log would make the others' lines wait and say so.
    LoggerFactory.getILoggerFactory();
    TrustedRecords.trust();
    System.exit(commandLine().setOut(ResultWriter.onStandardOutput()).execute(arguments));
  }

  /** The command line, with its errors as one line each. */
  static CommandLine commandLine() {
    OneLineErrors errors = new OneLineErrors();
    return new CommandLine(new Paperwire())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(Paperwire::execute)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }

  /** Runs a command; its results must have arrived, whatever it says itself. */
  private static int execute(ParseResult parsed) {
    CommandLine root = parsed.commandSpec().commandLine();
    try {
      int code = new RunLast().execute(parsed);
      ResultWriter.requireWritten(root.getOut());
      return code;
    } catch (CommandFailure | ResultWriter.OutputClosed e) {
      throw new ExecutionException(root, e.getMessage(), e);
    } catch (OutOfMemoryError e) {
      root.getErr().println("paperwire: " + OneLineErrors.reason(e));
      return root.getCommandSpec().exitCodeOnExecutionException();
    }
  }

  /** A command is missing: says so, with the list of commands. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}
