package io.paperwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The system as it is kept running. */
@Execution(ExecutionMode.CONCURRENT)
final class UpIT {

  private static final Path JAR = Path.of("target", "paperwire", "lib", "standalone.jar");
  private static final Duration LIMIT = Duration.ofMinutes(4);

  @TempDir private Path folder;

  @Test
  void shouldStartDeadBackendsAgainAndStopWhenOneIsLost() throws Exception {
    File screen = folder.resolve("screen.txt").toFile();
    Process up = start(screen);
    try {
      awaitLine(screen, "KAFKA_BOOTSTRAP_SERVERS is ignored: ");
      awaitLine(screen, "ready");
      ProcessHandle broker = child(up, "broker.jar");
      ProcessHandle registry = child(up, "quarkus-run.jar");
      ProcessHandle database = postmaster();

      List.of(broker, registry, database).forEach(ProcessHandle::destroyForcibly);

      awaitLine(screen, "Kafka broker ended with code 137; see ");
      awaitLine(screen, "Kafka broker serves again");
      awaitLine(screen, "schema registry serves again");
      awaitLine(screen, "PostgreSQL serves again");

      Files.writeString(folder.resolve("data/kafka/broker.properties"), "process.roles=none\n");
      child(up, "broker.jar").destroyForcibly();

      assertThat(up.waitFor()).as(Files.readString(screen.toPath())).isEqualTo(1);
      assertThat(Files.readString(screen.toPath()))
          .contains("paperwire: Kafka broker ended with code 1. Its log ");
      assertThat(postmasterFile()).doesNotExist();
    } finally {
      up.destroy();
    }
  }

  private Process start(File screen) throws IOException {
    ProcessBuilder up =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString(),
                "up",
                "--free-ports",
                "--data",
                folder.resolve("data").toString())
            .redirectErrorStream(true)
            .redirectOutput(screen);
    up.environment().put("KAFKA_BOOTSTRAP_SERVERS", "kafka.example.org:9092");
    return up.start();
  }

  private static void awaitLine(File screen, String text) {
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(Files.readString(screen.toPath())).contains(text));
  }

  private static ProcessHandle child(Process up, String jar) {
    return up.children()
        .filter(
            child ->
                Arrays.stream(child.info().arguments().orElse(new String[0]))
                    .anyMatch(argument -> argument.endsWith(jar)))
        .findFirst()
        .orElseThrow();
  }

  private ProcessHandle postmaster() throws IOException {
    try (var lines = Files.lines(postmasterFile())) {
      return Optional.of(lines.findFirst().orElseThrow().strip())
          .map(Long::valueOf)
          .flatMap(ProcessHandle::of)
          .orElseThrow();
    }
  }

  private Path postmasterFile() {
    return folder.resolve("data/postgres/data/postmaster.pid");
  }
}
