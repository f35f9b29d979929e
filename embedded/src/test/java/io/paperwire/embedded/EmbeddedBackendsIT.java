package io.paperwire.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.EmbeddedException.Reason;
import io.paperwire.embedded.process.LoopbackPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedBackendsIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Of all tests, one after the other: the first of them makes the database. */
  @TempDir private static Path folder;

  /** The terminal sends Ctrl-C to all processes; only the one that people started listens. */
  @Test
  void shouldLeaveCtrlCToTheParentAndNothingBehindWhenThatIsKilled() throws Exception {
    Process launcher = launch(Backend.KAFKA, Backend.POSTGRES, Backend.MAILBOX);
    List<ProcessHandle> children = new ArrayList<>(launcher.descendants().toList());
    children.add(postmaster());
    assertThat(children).hasSizeGreaterThanOrEqualTo(3);

    for (ProcessHandle child : launcher.children().toList()) {
      new ProcessBuilder("kill", "-INT", Long.toString(child.pid())).start().waitFor();
    }
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(30))
        .until(() -> children.stream().allMatch(ProcessHandle::isAlive));

    launcher.destroyForcibly().waitFor();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
  }

  /** As {@code timeout -s KILL} and many a supervisor do. */
  @Test
  void shouldLeaveNothingBehindWhenAllOfItsProcessGroupIsKilled() throws Exception {
    assumeThat(Path.of("/usr/bin/setsid")).isExecutable();
    Process launcher = launch(List.of("setsid"), Backend.KAFKA, Backend.POSTGRES);
    List<ProcessHandle> children = new ArrayList<>(launcher.descendants().toList());
    children.add(postmaster());

    new ProcessBuilder("kill", "-KILL", "--", "-" + launcher.pid()).start().waitFor();

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void shouldTakeOverADatabaseServerThatWasLeftBehind() throws Exception {
    Process launcher = launch(Backend.POSTGRES);
    ProcessHandle left = postmaster();
    launcher.descendants().forEach(ProcessHandle::destroyForcibly);
    launcher.destroyForcibly().waitFor();
    assertThat(left.isAlive()).isTrue();

    try (EmbeddedBackends next = start(Set.of(Backend.POSTGRES), BackendPorts.free())) {
      // Whose child it is now may take a moment to ask for its end.
      await().atMost(LIMIT).until(() -> !left.isAlive());
      assertThat(next.postgres().jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
    }
  }

  @Test
  void shouldStopTheOthersWhenOneCannotStart() throws Exception {
    BackendPorts free = BackendPorts.free();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      BackendPorts ports =
          new BackendPorts(
              free.broker(),
              free.registry(),
              free.postgres(),
              taken.getLocalPort(),
              free.mailbox());

      assertThatThrownBy(() -> start(EnumSet.of(Backend.POSTGRES, Backend.MAILBOX), ports))
          .isInstanceOfSatisfying(
              EmbeddedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.PORT_TAKEN))
          .hasMessageContaining("port " + taken.getLocalPort());
    }
    assertThat(LoopbackPort.answers(free.postgres())).isFalse();
  }

  @Test
  void shouldStartWhatDiesAgainAndSayWhenThatDoesNotHelp() throws Exception {
    Queue<String> news = new ConcurrentLinkedQueue<>();
    CompletableFuture<String> lost = new CompletableFuture<>();
    try (EmbeddedBackends backends = start(Set.of(Backend.POSTGRES), BackendPorts.free())) {
      backends.watch(news::add, lost::complete);

      for (int deaths = 1; deaths <= 2; deaths++) {
        postmaster().destroyForcibly();
        int returns = deaths;
        await().atMost(LIMIT).until(() -> returns(news) == returns);
        assertThat(postmaster().isAlive()).isTrue();
      }
      postmaster().destroyForcibly();

      assertThat(lost.get(LIMIT.toSeconds(), TimeUnit.SECONDS))
          .isEqualTo(
              "PostgreSQL ended. It is not started again: twice in a row it has not lasted a"
                  + " minute; see "
                  + folder.resolve("postgres/postgres.out"));
    }
  }

  private static long returns(Queue<String> news) {
    return news.stream().filter("PostgreSQL serves again"::equals).count();
  }

  @Test
  void shouldKeepItsFolderToItself() throws Exception {
    try (EmbeddedBackends first = start(Set.of(Backend.MAILBOX), BackendPorts.free())) {
      assertThat(first.mailbox().mails()).isEmpty();
      assertThatThrownBy(first::broker)
          .hasMessage("KAFKA was not among the backends that were started");
      assertThatThrownBy(() -> start(Set.of(Backend.POSTGRES), BackendPorts.free()))
          .isInstanceOfSatisfying(
              EmbeddedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FOLDER_IN_USE));
    }
    start(Set.of(Backend.MAILBOX), BackendPorts.free()).close();
  }

  /** Starts backends in a process of their own, and waits until they run. */
  private Process launch(Backend... backends) throws IOException {
    return launch(List.of(), backends);
  }

  private Process launch(List<String> wrapper, Backend... backends) throws IOException {
    List<String> command = new ArrayList<>(wrapper);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(
        "-D"
            + BackendPrograms.HOME_PROPERTY
            + "="
            + System.getProperty(BackendPrograms.HOME_PROPERTY));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Launcher.class.getName(), folder.toString()));
    Arrays.stream(backends).map(Backend::name).forEach(command::add);
    Process launcher = new ProcessBuilder(command).redirectErrorStream(true).start();
    assertThat(launcher.inputReader().lines().anyMatch(Launcher.STARTED::equals)).isTrue();
    return launcher;
  }

  private EmbeddedBackends start(Set<Backend> wanted, BackendPorts ports)
      throws InterruptedException {
    return EmbeddedBackends.start(wanted, BackendPrograms.built(), folder, ports);
  }

  private ProcessHandle postmaster() throws IOException {
    try (var lines = Files.lines(folder.resolve("postgres/data/postmaster.pid"))) {
      return ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow().strip()))
          .orElseThrow();
    }
  }
}
