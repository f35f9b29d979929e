package io.paperwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.ingest.source.arxivoai.OaiPages;
import io.paperwire.ingest.upstream.ScriptedUpstream;
import io.paperwire.ingest.upstream.ScriptedUpstream.Answer;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances in processes of their own, the service and a backfill of the same source, that take
 * the source from each other and are killed in the middle of their work.
 */
@UseBackends({Backend.KAFKA, Backend.REGISTRY})
final class KilledIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String PREFIX = "killed-";
  private static final int KILLS = Integer.getInteger("paperwire.kills", 1);
  private static final int RECORDS = Integer.getInteger("paperwire.kill.records", 2_000);

  /** Of what is drawn: how much is published when which process is killed. */
  private static final long SEED = Long.getLong("paperwire.kill.seed", System.nanoTime());

  private static final int LINES = 1_000;
  private static final int PAGE = 50;
  private static final List<String> SERVICE = List.of();
  private static final List<String> BACKFILL =
      List.of("backfill", "--source=arxiv-oai", "--since=2026-01-01");

  @TempDir private Path folder;

  @AutoClose
  @SuppressWarnings("NullAway.Init") // set by the test
  private Topics topics;

  private final Random random = new Random(SEED);
  private final Map<List<String>, Process> running = new LinkedHashMap<>();

  private static String id(int record) {
    return "26%02d.%05d".formatted(record / 99_999 + 1, record % 99_999 + 1);
  }

  /** All records, page by page along tokens. */
  private static void script(ScriptedUpstream upstream) {
    int pages = Math.ceilDiv(RECORDS, PAGE);
    for (int page = 0; page < pages; page++) {
      OaiPages.Rec[] records =
          IntStream.range(page * PAGE, Math.min(RECORDS, (page + 1) * PAGE))
              .mapToObj(i -> OaiPages.Rec.of(id(i), "Tue, 20 Jan 2026 12:00:00 GMT"))
              .toArray(OaiPages.Rec[]::new);
      String token = page + 1 < pages ? "t" + (page + 1) : "";
      String target = page == 0 ? "/oai" : "/oai?verb=ListRecords&resumptionToken=t" + page;
      upstream.answer(target, Answer.ok(OaiPages.page(OaiPages.records(records), token)));
    }
  }

  private Process start(Backends backends, ScriptedUpstream upstream, List<String> arguments)
      throws IOException {
    Map<String, Object> settings = new HashMap<>(IngestService.settings(backends, PREFIX));
    settings.put("micronaut.server.port", -1);
    settings.put("paperwire.ingest.instance", arguments.equals(SERVICE) ? "service" : "backfill");
    settings.put("paperwire.ingest.takeover-after", "1s");
    settings.put("paperwire.ingest.files.folder", folder);
    settings.put("paperwire.ingest.files.settle", "50ms");
    settings.put("paperwire.ingest.files.page-lines", 7);
    settings.put("paperwire.ingest.arxiv-oai.enabled", true);
    settings.put("paperwire.ingest.arxiv-oai.base-url", upstream.url() + "/oai");
    settings.put("paperwire.ingest.arxiv-oai.lookback", "36500d");
    settings.put("paperwire.ingest.arxiv.request-interval", "20ms");
    settings.put("paperwire.ingest.upstream.timeout", "1s");
    settings.put("paperwire.ingest.upstream.contact", "mailto:tests@example.org");
    settings.put("paperwire.ingest.upstream.private-hosts", upstream.hostAndPort());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Application.class.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(".log").toFile()))
        .start();
  }

  private void startWhatIsNotRunning(Backends backends, ScriptedUpstream upstream)
      throws IOException {
    for (List<String> arguments : List.of(SERVICE, BACKFILL)) {
      boolean alive =
          Optional.ofNullable(running.get(arguments)).filter(Process::isAlive).isPresent();
      if (!alive) {
        running.put(arguments, start(backends, upstream, arguments));
      }
    }
  }

  private static void awaitEvents(Topics topics, int least) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions() // until the topics are there
        .until(() -> topics.eventCount() >= least);
  }

  @Test
  void shouldNeitherLoseNorRepeatWhenItIsKilled(Backends backends, TestReporter reporter)
      throws Exception {
    reporter.publishEntry("paperwire.kill.seed", Long.toString(SEED));
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= LINES; i++) {
      lines.append(
          i % 100 == 0
              ? "a broken line " + i + "\n"
              : "{\"id\":\"k:%d\",\"title\":\"Paper %d\"}\n".formatted(i, i));
    }
    Files.writeString(folder.resolve("papers.jsonl"), lines);
    int rejected = LINES / 100;
    int expected = LINES - rejected + RECORDS;
    topics = Topics.of(backends, PREFIX);
    try (ScriptedUpstream upstream = new ScriptedUpstream()) {
      script(upstream);
      int reached = 0;
      for (int kill = 0; kill < KILLS; kill++) {
        startWhatIsNotRunning(backends, upstream);
        int left = (expected - reached) / (KILLS - kill + 1);
        awaitEvents(topics, Math.min(expected, reached + 1 + random.nextInt(2 * left + 1)));
        reached = topics.eventCount();
        List<Process> alive = running.values().stream().filter(Process::isAlive).toList();
        alive.get(random.nextInt(alive.size())).destroyForcibly().waitFor();
      }
      startWhatIsNotRunning(backends, upstream);
      awaitEvents(topics, expected);
    } finally {
      for (Process process : running.values()) {
        process.destroy();
        process.waitFor();
      }
    }
    List<String> ids = topics.events().stream().map(PaperEvent::getPaperId).toList();
    assertThat(ids).hasSize(expected).doesNotHaveDuplicates();
    assertThat(topics.deadLetters()).hasSize(rejected);
    assertThat(
            Files.readAllLines(folder.resolve("rejected").resolve("papers.jsonl.rejected.jsonl")))
        .hasSize(rejected);
  }
}
