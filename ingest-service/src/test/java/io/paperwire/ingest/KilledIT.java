package io.paperwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service in a process of its own, killed in the middle of its work. */
@UseBackends({Backend.KAFKA, Backend.REGISTRY})
final class KilledIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int PAPERS = 3_000;
  private static final String PREFIX = "killed-";

  @TempDir private Path folder;

  private Process start(Backends backends) throws IOException {
    Map<String, Object> settings = new HashMap<>(IngestService.settings(backends, PREFIX));
    settings.put("micronaut.server.port", -1);
    settings.put("paperwire.ingest.instance", "killed");
    settings.put("paperwire.ingest.files.folder", folder);
    settings.put("paperwire.ingest.files.settle", "50ms");
    settings.put("paperwire.ingest.files.page-lines", 7);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Application.class.getName());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(".log").toFile()))
        .start();
  }

  @Test
  void shouldNeitherLoseNorRepeatWhenItIsKilled(Backends backends) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= PAPERS; i++) {
      lines.append(
          i % 100 == 0
              ? "a broken line " + i + "\n"
              : "{\"id\":\"k:%d\",\"title\":\"Paper %d\"}\n".formatted(i, i));
    }
    Files.writeString(folder.resolve("papers.jsonl"), lines);
    Topics topics = Topics.of(backends, PREFIX);
    int expected = PAPERS - PAPERS / 100;
    for (int least : List.of(1, expected / 3, expected * 2 / 3)) {
      Process process = start(backends);
      try {
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(20))
            .ignoreExceptions() // until the topics are there
            .until(() -> topics.events().size() >= least);
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
    Process last = start(backends);
    try {
      await().atMost(PATIENCE).until(() -> topics.events().size() >= expected);
    } finally {
      last.destroy();
      last.waitFor();
    }
    List<String> ids = topics.events().stream().map(PaperEvent::getPaperId).toList();
    assertThat(ids).hasSize(expected).doesNotHaveDuplicates();
    assertThat(topics.deadLetters()).hasSize(PAPERS / 100);
    assertThat(
            Files.readAllLines(folder.resolve("rejected").resolve("papers.jsonl.rejected.jsonl")))
        .hasSize(PAPERS / 100);
  }
}
