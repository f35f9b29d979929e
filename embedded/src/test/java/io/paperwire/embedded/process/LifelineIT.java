package io.paperwire.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The end of a parent is the end of the pipe that it holds, so that closing it is all that can be
 * seen of a parent's death.
 */
final class LifelineIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir private Path folder;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void killWhatIsLeft() {
    for (Process process : started) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Test
  void shouldAskAProgramToStopAndEndWithIt() throws Exception {
    Process program = hold("exec sleep 600");
    List<ProcessHandle> lifeline = lifeline(program);

    program.outputWriter().close();

    assertThat(program.waitFor()).isEqualTo(128 + 15);
    await().atMost(LIMIT).until(() -> lifeline.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void shouldKillAProgramThatDoesNotStop() throws Exception {
    Process program = hold("trap '' TERM; while :; do sleep 1; done");
    // The lifeline has two; the third is the first sleep, so the trap is set.
    await().atMost(LIMIT).until(() -> program.descendants().count() >= 3);

    program.outputWriter().close();

    assertThat(program.waitFor()).isEqualTo(128 + 9);
  }

  @Test
  void shouldEndWithAProgramThatEndsByItself() throws Exception {
    Process program = hold("read -r line < '" + fifo() + "'");
    List<ProcessHandle> lifeline = lifeline(program);

    Files.writeString(folder.resolve("fifo"), "go\n");

    assertThat(program.waitFor()).isZero();
    await().atMost(LIMIT).until(() -> lifeline.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void shouldStopTheProcessThatAFileNames() throws Exception {
    Process server = start(new ProcessBuilder("sleep", "600").directory(folder.toFile()));

    endParent(named(server), "sleep", "TERM");

    assertThat(server.waitFor()).isEqualTo(128 + 15);
  }

  /** A parent may be killed when it has started a server that has not written its id yet. */
  @Test
  void shouldStopAProcessThatAFileNamesOnlyLater() throws Exception {
    Process server = start(new ProcessBuilder("sleep", "600").directory(folder.toFile()));
    Process lifeline = start(watching(folder.resolve("pid")));

    await().atMost(LIMIT).until(() -> children(lifeline).count() == 1);
    ProcessHandle reader = children(lifeline).findFirst().orElseThrow();

    lifeline.outputWriter().close();
    // It waits no longer for the end of its input, and has looked for the file.
    await().atMost(LIMIT).until(() -> children(lifeline).anyMatch(child -> !child.equals(reader)));
    named(server);

    assertThat(server.waitFor()).isEqualTo(128 + 15);
  }

  @Test
  void shouldLeaveToANewerLifelineWhatStartsLater() throws Exception {
    Process older = start(watching(folder.resolve("pid")));
    await().atMost(LIMIT).until(() -> marks(older));
    older.outputWriter().close();
    Process newer = start(watching(folder.resolve("pid")));
    await().atMost(LIMIT).until(() -> marks(newer));

    assertThat(older.waitFor()).isZero();
    Process server = start(new ProcessBuilder("sleep", "600").directory(folder.toFile()));
    named(server);
    assertThat(server.isAlive()).isTrue();
    newer.outputWriter().close();
    assertThat(server.waitFor()).isEqualTo(128 + 15);
  }

  @Test
  void shouldLeaveAnotherProcessAloneThatHasTheIdNow() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Process otherName = start(new ProcessBuilder("sleep", "600").directory(folder.toFile()));
    Process otherFolder = start(new ProcessBuilder("sleep", "600").directory(elsewhere.toFile()));

    endParent(named(otherName), "postgres", "KILL");
    endParent(named(otherFolder), "sleep", "KILL");

    assertThat(otherName.isAlive()).isTrue();
    assertThat(otherFolder.isAlive()).isTrue();
  }

  /** A file in the folder that names a process. */
  private Path named(Process process) throws IOException {
    return Files.writeString(folder.resolve("pid"), process.pid() + "\nmore\n");
  }

  /** Lets a lifeline see the end of its parent, and waits until it has done what it does then. */
  private void endParent(Path pidFile, String name, String signal) throws Exception {
    Process lifeline = start(new ProcessBuilder(Lifeline.watching(pidFile, mark(), name, signal)));
    lifeline.outputWriter().close();
    assertThat(lifeline.waitFor()).isZero();
  }

  private ProcessBuilder watching(Path pidFile) {
    return new ProcessBuilder(Lifeline.watching(pidFile, mark(), "sleep", "TERM"));
  }

  private Path mark() {
    return folder.resolve("lifeline");
  }

  private boolean marks(Process lifeline) throws IOException {
    return Files.exists(mark())
        && Files.readString(mark()).strip().equals(Long.toString(lifeline.pid()));
  }

  private static Stream<ProcessHandle> children(Process process) {
    return process.toHandle().children();
  }

  private Process hold(String script) throws IOException {
    return start(new ProcessBuilder(Lifeline.holding(List.of("/bin/sh", "-c", script))));
  }

  private Process start(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private String fifo() throws Exception {
    Path fifo = folder.resolve("fifo");
    assertThat(start(new ProcessBuilder("mkfifo", fifo.toString())).waitFor()).isZero();
    return fifo.toString();
  }

  /** The shell that watches, and what it has started to wait with. */
  private static List<ProcessHandle> lifeline(Process program) {
    await().atMost(LIMIT).until(() -> program.descendants().count() >= 2);
    return program.descendants().toList();
  }
}
