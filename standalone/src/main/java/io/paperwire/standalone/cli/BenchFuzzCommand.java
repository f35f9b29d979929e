package io.paperwire.standalone.cli;

import io.paperwire.bench.FuzzBench;
import io.paperwire.index.Paper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tries random texts. */
@Command(
    name = "fuzz",
    mixinStandardHelpOptions = true,
    description = {
      "Throws random texts at the parser of interests, and what it understands at the index.",
      "The exit code is 1 if anything breaks, hangs or contradicts itself."
    })
final class BenchFuzzCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--papers",
      paramLabel = "FILE",
      description = "Papers, one a line, as for 'paperwire tag' (default: the sample).")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Optional<Path> papers;

  @Option(
      names = "--inputs",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "How many texts (${DEFAULT-VALUE}).")
  private int inputs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of all that is drawn (${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Paper> read = BenchPapersFile.read(papers, spec.commandLine().getErr());
    return new FuzzBench(inputs, seed, read, out).run() ? 0 : 1;
  }
}
