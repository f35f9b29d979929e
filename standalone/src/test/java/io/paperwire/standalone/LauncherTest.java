package io.paperwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code paperwire}, with a JDK and a Maven that only say what they are asked for. */
final class LauncherTest {

  private static final int STARTS = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String BUILDING =
      """
      echo begin >> builds
      sleep 0.5
      mkdir -p standalone/target/paperwire/lib
      touch standalone/target/paperwire/lib/standalone.jar standalone/target/paperwire/built
      echo end >> builds
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path root;

  @BeforeEach
  void build() throws IOException {
    Files.copy(Path.of("..", "paperwire").toAbsolutePath(), root.resolve("paperwire"));
    write("pom.xml", "");
    write(".mvn/jvm.config", "");
    write("standalone/pom.xml", "");
    write("standalone/src/Some.java", "");
    write("jdk/release", "JAVA_VERSION=\"25\"\n");
    program("jdk/bin/javac", "");
    program("jdk/bin/java", "echo \"java $*\"");
    program("bin/mvn", BUILDING);
  }

  @Test
  void shouldBuildOnceHoweverManyStartAtOnceAndWhateverAKilledBuildLeft() throws Exception {
    Process stranger = new ProcessBuilder("sh", "-c", "sleep 60; true").start();
    try {
      Files.createDirectories(root.resolve("target"));
      Files.createSymbolicLink(
          root.resolve("target/build.lock"), Path.of(Long.toString(stranger.pid())));

      List<Process> starts = new ArrayList<>();
      for (int i = 0; i < STARTS; i++) {
        starts.add(start("tag"));
      }

      for (Process each : starts) {
        assertThat(output(each)).contains("-jar").endsWith("standalone.jar tag\n");
      }
      assertThat(root.resolve("builds")).hasContent("begin\nend\n");
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void shouldNotWaitForABuildThatWasKilled() throws Exception {
    program("bin/mvn", "echo begin >> builds; exec sleep 60");
    Process killed = start("tag");
    await().atMost(PATIENCE).until(() -> Files.exists(root.resolve("builds")));
    List<ProcessHandle> all = killed.descendants().toList();
    killed.destroyForcibly().waitFor();
    all.forEach(ProcessHandle::destroyForcibly);
    program("bin/mvn", BUILDING);

    assertThat(output(start("tag"))).endsWith("standalone.jar tag\n");
  }

  @Test
  void shouldGiveMemoryByWhatIsDoneAndHelpWithoutABuild() throws Exception {
    assertThat(output(start("match"))).contains(" -Xmx2g ");
    assertThat(output(start("tag"))).contains(" -Xmx512m ");
    write("standalone/src/Other.java", "");
    Files.setLastModifiedTime(
        root.resolve("standalone/target/paperwire/built"), FileTime.fromMillis(0));
    Files.delete(root.resolve("builds"));

    assertThat(output(start("help", "rank"))).endsWith("standalone.jar help rank\n");
    assertThat(root.resolve("builds")).doesNotExist();
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("bash", root.resolve("paperwire").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder start =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    start.environment().put("JAVA_HOME", root.resolve("jdk").toString());
    start.environment().merge("PATH", root.resolve("bin") + ":", (path, bin) -> bin + path);
    start.environment().remove("PAPERWIRE_JAVA_OPTS");
    return start.start();
  }

  private static String output(Process process) throws Exception {
    try {
      assertThat(process.waitFor(PATIENCE)).as("it ends").isTrue();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private void program(String name, String script) throws IOException {
    write(name, "#!/bin/sh\n" + script);
    assertThat(root.resolve(name).toFile().setExecutable(true)).isTrue();
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
