package io.paperwire.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service in a process of its own, killed in the middle of its work. */
@UseBackends({Backend.KAFKA, Backend.REGISTRY})
final class KilledIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int PAPERS = 2_000;
  private static final String PREFIX = "killed-";

  @TempDir private Path folder;

  @Test
  void shouldNeitherLoseNorRepeatWhenItIsKilled(Backends backends) throws Exception {
    try (Topics topics = Topics.provision(backends, PREFIX)) {
      for (int i = 0; i < PAPERS; i++) {
        topics.send(Topics.announced("k:" + i, "Paper " + i));
      }
      topics.flush();
      Process first = start(backends);
      try {
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(20))
            .until(() -> topics.count() > 0);
      } finally {
        first.destroyForcibly().waitFor();
      }
      assertThat(topics.count()).isLessThan(PAPERS);
      Process last = start(backends);
      try {
        topics.send(Topics.announced("k:last", "The last paper"));
        topics.flush();
        await().atMost(PATIENCE).until(() -> topics.count() > PAPERS);
      } finally {
        last.destroy();
        assertThat(last.waitFor()).as("exit status after a request to stop").isEqualTo(143);
      }
      assertThat(topics.papers())
          .hasSize(PAPERS + 1)
          .extracting(EnrichedPaper::getPaperId)
          .doesNotHaveDuplicates();
    }
  }

  private Process start(Backends backends) throws IOException {
    Map<String, Object> settings =
        EnrichService.settings(backends, PREFIX, folder.resolve("state"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Application.class.getName());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }
}
