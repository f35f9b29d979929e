package io.paperwire.standalone.cli;

import io.paperwire.schemas.PaperEvent;
import io.paperwire.standalone.replay.EnrichBench;
import io.paperwire.standalone.replay.EnrichBenchSettings;
import io.paperwire.standalone.system.Distribution;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures enrichment. */
@Command(
    name = "enrich",
    mixinStandardHelpOptions = true,
    description = {
      "Measures enrich-service on a real broker, exactly once: papers a second undisturbed; then"
          + " the same papers while it is killed again and again, and while it grows from one"
          + " instance to four.",
      "The exit code is 1 if a record differs in a byte, is lost or is there twice."
    })
final class BenchEnrichCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private BenchPapers papers = new BenchPapers();

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "20000",
      description =
          "So many papers, more than kills, and at least five unless --no-scale is given; where the"
              + " file has less, they come again under other ids and titles (${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "10",
      description = "Times that the service is killed; 0 leaves it out (${DEFAULT-VALUE}).")
  private int kills;

  @Option(names = "--no-scale", description = "Leave out the growth to four instances.")
  private boolean noScale;

  @Option(names = "--vectors", description = "Give each paper its vector too.")
  private boolean vectors;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "Threads of each stream of an instance (${DEFAULT-VALUE}).")
  private int threads;

  @Mixin private BenchFolder folder = new BenchFolder();

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    EnrichBenchSettings settings =
        BenchCommand.measurable(
            () -> new EnrichBenchSettings(count, kills, !noScale, vectors, threads));
    List<PaperEvent> events = ReplayedPaper.events(papers.records(), count);
    return folder.use(
        data -> new EnrichBench(Distribution.running(), data, events, settings, out).run());
  }
}
