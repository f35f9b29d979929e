package io.paperwire.standalone.cli;

import io.paperwire.bench.FuzzBench;
import io.paperwire.index.Paper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private BenchPapers papers = new BenchPapers();

  @Option(
      names = "--inputs",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "How many texts (${DEFAULT-VALUE}).")
  private int inputs;

  @Mixin private BenchSeed seed = new BenchSeed();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Paper> read = papers.read();
    FuzzBench bench = BenchCommand.measurable(() -> new FuzzBench(inputs, seed.value(), read, out));
    return bench.run() ? 0 : 1;
  }
}
