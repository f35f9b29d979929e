package io.paperwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The demonstration as its user runs it: the end-to-end test of the whole system. */
@Execution(ExecutionMode.CONCURRENT)
final class DemoIT {

  private static final Path REPORTS = Path.of("target", "failsafe-reports");

  /** Fewer than 45, and one at least. */
  private static final String SOME = "([1-9]|[1-3][0-9]|4[0-4])";

  private static final Pattern LOGS = Pattern.compile("logs +(\\S+)/logs\n");
  private static final int LIMIT_MINUTES = 10;

  private static final AtomicInteger RUNS = new AtomicInteger();

  @TempDir private Path folder;

  /** Nothing lost and nothing twice, although every part is killed while papers are fed. */
  @Test
  void shouldBringEachSubscriberExactlyThePapersThatMatchThoughEveryPartIsKilled()
      throws Exception {
    String shown = run(0, "demo", "--exit", "--free-ports", "--kill");

    assertThat(shown)
        .containsPattern("killed the broker when " + SOME + " of 45 papers were published")
        .containsPattern(
            "killed the broker and the services when " + SOME + " of 45 papers were enriched")
        .contains("ingest-service ended with code 137 and is started again")
        .contains("events published       45   (0 of the file's lines rejected)")
        .contains("papers enriched        45")
        .contains("every subscriber got exactly the papers that match, once");
    Matcher logs = LOGS.matcher(shown);
    assertThat(logs.find()).isTrue();
    assertThat(Path.of(logs.group(1))).as("folder of the demonstration").doesNotExist();
  }

  @Test
  void shouldSayInOneLineThatAFileIsNotThere() throws Exception {
    assertThat(run(1, "demo", "--exit", "--papers", folder.resolve("none.jsonl").toString()))
        .isEqualTo("paperwire: cannot read " + folder.resolve("none.jsonl") + "\n");
  }

  @Test
  void shouldSayInOneLineThatAFileHasNoPaper() throws Exception {
    Path file = Files.writeString(folder.resolve("odd.jsonl"), "{\"id\":\"x:1\"}\n");

    assertThat(run(1, "demo", "--exit", "--papers", file.toString()))
        .startsWith("paperwire: there is no paper in " + file + ": give JSON Lines")
        .hasLineCount(1);
  }

  @Test
  void shouldLeaveNothingIfItIsStoppedWhileItStarts() throws Exception {
    File output = folder.resolve("stopped.txt").toFile();
    Process process =
        Program.start(
            output, List.of("-Djava.io.tmpdir=" + folder), "demo", "--exit", "--free-ports");
    try {
      await()
          .atMost(1, TimeUnit.MINUTES)
          .until(() -> demonstrations().anyMatch(data -> Files.exists(data.resolve("kafka"))));
      await().atMost(1, TimeUnit.MINUTES).until(() -> process.descendants().count() > 0);
      List<ProcessHandle> children = process.descendants().toList();
      process.destroy();

      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(demonstrations()).as(Files.readString(output.toPath())).isEmpty();
      await()
          .atMost(1, TimeUnit.MINUTES)
          .untilAsserted(
              () -> {
                assertThat(children).noneMatch(ProcessHandle::isAlive);
                assertThat(Program.workingIn(folder)).isEmpty();
              });
    } finally {
      process.destroyForcibly();
    }
  }

  private Stream<Path> demonstrations() {
    File[] data = folder.toFile().listFiles((_, name) -> name.startsWith("paperwire-demo-"));
    return Stream.of(Objects.requireNonNull(data)).map(File::toPath);
  }

  private String run(int expectedCode, String... arguments)
      throws IOException, InterruptedException {
    Files.createDirectories(REPORTS);
    // Kept with the reports: it tells when each step was reached.
    File output = REPORTS.resolve("demo-" + RUNS.incrementAndGet() + ".txt").toFile();
    Process process = Program.start(output, List.of(), arguments);
    try {
      boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
      String shown = Files.readString(output.toPath());
      assertThat(ended).as(shown).isTrue();
      assertThat(process.exitValue()).as(shown).isEqualTo(expectedCode);
      return shown;
    } finally {
      process.destroy();
    }
  }
}
