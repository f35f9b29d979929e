package io.paperwire.standalone.cli;

import io.paperwire.bench.LikenessBench;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Times the scan of vectors. */
@Command(
    name = "likeness",
    mixinStandardHelpOptions = true,
    description = {
      "Times on one thread how long it takes to compare a paper with all vectors that subscribers"
          + " like, one paper at a time and in blocks, beside a plain loop.",
      "The exit code is 1 if they do not find the same pairs."
    })
final class BenchLikenessCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--vectors",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "How many vectors (${DEFAULT-VALUE}).")
  private int vectors;

  @Option(
      names = "--block",
      paramLabel = "N",
      defaultValue = "32",
      description = "How many papers in a block (${DEFAULT-VALUE}).")
  private int block;

  @Mixin private BenchSeed seed = new BenchSeed();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    LikenessBench bench =
        BenchCommand.measurable(() -> new LikenessBench(vectors, block, seed.value(), out));
    return bench.run() ? 0 : 1;
  }
}
