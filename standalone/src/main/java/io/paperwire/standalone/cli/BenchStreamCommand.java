package io.paperwire.standalone.cli;

import io.paperwire.bench.stream.StreamBench;
import io.paperwire.bench.stream.StreamBenchSettings;
import io.paperwire.embedded.Backend;
import io.paperwire.embedded.BackendPorts;
import io.paperwire.embedded.EmbeddedBackends;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.standalone.system.Distribution;
import io.paperwire.standalone.system.MatchProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the stream that matches. */
@Command(
    name = "match-stream",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures the role match of notify-service, in a process of its own on a real broker and"
          + " registry: a day's papers, stops and kills, and alerts while a backfill runs.",
      "A million interests need a heap of some gigabytes here too, to know what should come of the"
          + " papers: paperwire bench match-stream --papers FILE."
          + " The exit code is 1 if not exactly those were told at once who should be, also after"
          + " stop and kill, and while the backfill runs."
    })
final class BenchStreamCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private BenchPapers papers = new BenchPapers();

  @Option(
      names = "--interests",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Interests of all subscribers (${DEFAULT-VALUE}).")
  private int interests;

  @Option(
      names = "--subscribers",
      paramLabel = "N",
      defaultValue = "300000",
      description = "Subscribers, a tenth of whom want to hear at once (${DEFAULT-VALUE}).")
  private int subscribers;

  @Option(
      names = "--day",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Papers of a day, all at once (${DEFAULT-VALUE}).")
  private int day;

  @Option(
      names = "--backfill",
      paramLabel = "N",
      defaultValue = "20000",
      description = "Papers of a backfill (${DEFAULT-VALUE}).")
  private int backfill;

  @Option(
      names = "--backfill-rate",
      paramLabel = "N",
      defaultValue = "0",
      description = "Papers of the backfill a second; 0 for all at once (${DEFAULT-VALUE}).")
  private int backfillRate;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "300",
      description =
          "New papers before the backfill, which are not measured: the process was started just"
              + " before (${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--alerts",
      paramLabel = "N",
      defaultValue = "100",
      description = "New papers meanwhile, at least (${DEFAULT-VALUE}).")
  private int alerts;

  @Option(
      names = "--alert-rate",
      paramLabel = "N",
      defaultValue = "5",
      description = "New papers a second (${DEFAULT-VALUE}).")
  private int alertRate;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "2",
      description = "Partitions of each topic (${DEFAULT-VALUE}).")
  private int partitions;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "Threads that process records (${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      defaultValue = "4g",
      description = "Heap of the process (${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String heap;

  @Mixin private BenchSeed seed = new BenchSeed();

  @Mixin private BenchFolder folder = new BenchFolder();

  @Override
  public Integer call() throws IOException, InterruptedException {
    StreamBenchSettings settings =
        BenchCommand.measurable(
            () ->
                new StreamBenchSettings(
                    interests,
                    subscribers,
                    day,
                    backfill,
                    backfillRate,
                    warmUp,
                    alerts,
                    alertRate,
                    seed.value()));
    return folder.use(data -> run(settings, data));
  }

  private boolean run(StreamBenchSettings settings, Path data)
      throws IOException, InterruptedException {
    Distribution distribution = Distribution.running();
    try (EmbeddedBackends backends =
            EmbeddedBackends.start(
                EnumSet.of(Backend.KAFKA, Backend.REGISTRY),
                distribution.backends(),
                data,
                BackendPorts.free());
        HttpClient http = HttpClient.newHttpClient();
        MatchProcess match =
            new MatchProcess(distribution, backends, data, heap, threads, partitions, http)) {
      match.start();
      match.awaitUp();
      return new StreamBench(
              settings,
              papers.read(),
              match,
              backends.broker().bootstrapServers(),
              TopicCatalogue.of(RegistrySettings.at(backends.registry().url())),
              MatchProcess.GROUP,
              spec.commandLine().getOut())
          .run();
    }
  }
}
