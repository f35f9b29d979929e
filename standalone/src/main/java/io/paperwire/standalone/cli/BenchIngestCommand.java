package io.paperwire.standalone.cli;

import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.standalone.bench.IngestBench;
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

/** Measures a backfill. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = {
      "Measures a backfill from an OAI-PMH server on loopback, from its bytes to events that the"
          + " broker has acknowledged, and tells what the processor's time went into.",
      "It is run as 'paperwire ingest' runs it; broker and registry are started for it."
    })
final class BenchIngestCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private BenchPapers papers = new BenchPapers();

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "500000",
      description = "Records that the server lists (${DEFAULT-VALUE}).")
  private int records;

  @Option(
      names = "--page",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Records a page (${DEFAULT-VALUE}).")
  private int page;

  @Mixin private BenchFolder folder = new BenchFolder();

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<SourceRecord> read = papers.records();
    return folder.use(
        data -> {
          IngestBench.Settings settings =
              BenchCommand.measurable(
                  () ->
                      new IngestBench.Settings(
                          records, page, Distribution.running().backends(), data));
          return new IngestBench(settings, IngestCommand.java(), out).run(read);
        });
  }
}
