package io.paperwire.standalone.bench;

import io.paperwire.embedded.Backend;
import io.paperwire.embedded.BackendPorts;
import io.paperwire.embedded.BackendPrograms;
import io.paperwire.embedded.EmbeddedBackends;
import io.paperwire.embedded.process.Lifeline;
import io.paperwire.ingest.record.SourceRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Measures a backfill. */
public final class IngestBench {

  /** A tenth of the pages lets the virtual machine warm up; the others are what is told. */
  private static final int WARM_UP = 10;

  private final Settings settings;
  private final List<String> java;
  private final PrintWriter out;

  /**
   * What is measured.
   *
   * @param records how many records the server lists
   * @param pageRecords how many a page has
   * @param programs the programs of broker and registry
   * @param folder takes the backends' data and the recording
   */
  public record Settings(int records, int pageRecords, BackendPrograms programs, Path folder) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is nothing to measure
     */
    public Settings {
      if (records < 1 || pageRecords < 1 || records < pageRecords * WARM_UP) {
        throw new IllegalArgumentException(
            "a measurement needs records for at least " + WARM_UP + " pages");
      }
    }
  }

  /** How far the process was when it asked for a page. */
  private record Mark(long nanos, Duration cpu) {}

  /**
   * A measurement, not begun yet.
   *
   * @param java the virtual machine's command, its options, and what runs the ingest service in it
   * @param out takes the figures
   */
  public IngestBench(Settings settings, List<String> java, PrintWriter out) {
    this.settings = settings;
    this.java = List.copyOf(java);
    this.out = out;
  }

  /**
   * Measures, and tells the figures.
   *
   * @param papers whose texts are read
   * @return false if the backfill failed
   */
  public boolean run(List<SourceRecord> papers) throws IOException, InterruptedException {
    AtomicReference<ProcessHandle> process = new AtomicReference<>(ProcessHandle.current());
    Map<Integer, Mark> marks = new ConcurrentSkipListMap<>();
    try (EmbeddedBackends backends =
            EmbeddedBackends.start(
                Set.of(Backend.KAFKA, Backend.REGISTRY),
                settings.programs(),
                settings.folder(),
                BackendPorts.free());
        OaiServer server =
            new OaiServer(
                papers,
                settings.records(),
                settings.pageRecords(),
                page -> marks.put(page, new Mark(System.nanoTime(), cpu(process.get()))))) {
      out.printf(
          Locale.ROOT, "%,d records in pages of %,d%n", settings.records(), settings.pageRecords());
      out.flush();
      Path recording = settings.folder().resolve("ingest.jfr");
      Mark start = new Mark(System.nanoTime(), Duration.ZERO);
      Process backfill = start(backends, server, recording);
      process.set(backfill.toHandle());
      Mark end;
      try {
        end = awaitEnd(backfill);
      } finally {
        backfill.destroy();
      }
      if (backfill.exitValue() != 0) {
        out.println("the backfill failed; its words are in " + log());
        return false;
      }
      tell(marks, start, end);
      out.printf(Locale.ROOT, "%,d MB of XML%n", server.bytes() / 1_000_000);
      CpuProfile.shares(recording, end.cpu()).forEach(out::println);
      out.flush();
      return true;
    }
  }

  private void tell(Map<Integer, Mark> marks, Mark start, Mark end) {
    int pages = Math.ceilDiv(settings.records(), settings.pageRecords());
    int warm = pages / WARM_UP;
    tell("whole run, start of the process included", settings.records(), start, end);
    tell(
        "after the first tenth",
        settings.records() - warm * settings.pageRecords(),
        marks.getOrDefault(warm, start),
        end);
  }

  private void tell(String what, int records, Mark from, Mark to) {
    double wall = (to.nanos() - from.nanos()) / 1e9;
    double cpu = to.cpu().minus(from.cpu()).toMillis() / 1e3;
    out.printf(
        Locale.ROOT,
        "%s: %,d records in %.1f s, %,.0f a second; %.1f s of processor time, %,.0f a second and"
            + " core%n",
        what,
        records,
        wall,
        records / wall,
        cpu,
        records / cpu);
  }

  private Path log() {
    return settings.folder().resolve("ingest.log");
  }

  private Process start(EmbeddedBackends backends, OaiServer server, Path recording)
      throws IOException {
    List<String> command = new ArrayList<>(java);
    command.add(
        1,
        "-XX:StartFlightRecording:settings=none,+"
            + CpuProfile.SAMPLE
            + "#enabled=true,+"
            + CpuProfile.SAMPLE
            + "#throttle=10ms,dumponexit=true,filename="
            + recording);
    command.addAll(
        List.of("backfill", "--source=arxiv-oai", "--since=2026-01-01", "--until=2026-01-31"));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                backends.broker().bootstrapServers(),
                "PAPERWIRE_REGISTRY_URL",
                backends.registry().url(),
                "PAPERWIRE_INGEST_ARXIV_OAI_ENABLED",
                "true",
                "PAPERWIRE_INGEST_ARXIV_OAI_BASE_URL",
                "http://" + server.hostAndPort() + "/oai",
                "PAPERWIRE_INGEST_ARXIV_REQUEST_INTERVAL",
                "1ms",
                "PAPERWIRE_INGEST_UPSTREAM_CONTACT",
                "mailto:bench@example.org",
                "PAPERWIRE_INGEST_UPSTREAM_PRIVATE_HOSTS",
                server.hostAndPort()));
    return Lifeline.start(builder);
  }

  /** The last look at the process's time comes some milliseconds before its end. */
  private static Mark awaitEnd(Process backfill) throws InterruptedException {
    AtomicReference<Duration> cpu = new AtomicReference<>(Duration.ZERO);
    try (ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor()) {
      var _ =
          looks.scheduleAtFixedRate(
              () -> cpu.accumulateAndGet(cpu(backfill.toHandle()), IngestBench::longer),
              0,
              20,
              TimeUnit.MILLISECONDS);
      backfill.waitFor();
      looks.shutdownNow();
    }
    return new Mark(System.nanoTime(), cpu.get());
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
