package io.paperwire.standalone.cli;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures what Paperwire claims; each benchmark is a command of its own. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures what Paperwire claims.",
    subcommands = {
      BenchMatchCommand.class,
      BenchStreamCommand.class,
      BenchFuzzCommand.class,
      BenchLikenessCommand.class,
      BenchEnrichCommand.class,
      BenchTextCommand.class,
      BenchIngestCommand.class,
      BenchRelevanceCommand.class
    })
final class BenchCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  /**
   * What is made of numbers that somebody has typed.
   *
   * @throws CommandFailure if there is nothing to measure; in the words of what refuses them
   */
  static <T> T measurable(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(String.valueOf(e.getMessage()), e);
    }
  }

  /** What is to be measured is missing. */
  @Override
  public void run() {
    String benchmarks =
        spec.subcommands().keySet().stream()
            .map(name -> "'bench " + name + "'")
            .collect(Collectors.joining(", "));
    throw new ParameterException(spec.commandLine(), "Say what to measure, one of " + benchmarks);
  }
}
