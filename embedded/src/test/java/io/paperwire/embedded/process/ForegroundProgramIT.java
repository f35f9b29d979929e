package io.paperwire.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ForegroundProgramIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Test
  void shouldPassOnWhatTheProgramSaysAndItsExitCode() throws Exception {
    Process launcher = launch("exit 3");

    assertThat(launcher.inputReader().readLine()).matches("\\d+");
    assertThat(launcher.waitFor()).isEqualTo(3);
  }

  @Test
  void shouldStopTheProgramWhenItIsAskedToStop() throws Exception {
    Process launcher = launch("exec sleep 600");
    ProcessHandle program = program(launcher);

    launcher.destroy();

    assertThat(launcher.waitFor()).isEqualTo(128 + 15);
    assertThat(program.isAlive()).isFalse();
  }

  @Test
  void shouldLeaveNoProgramBehindWhenItIsKilled() throws Exception {
    Process launcher = launch("exec sleep 600");
    ProcessHandle program = program(launcher);

    launcher.destroyForcibly().waitFor();

    await().atMost(LIMIT).until(() -> !program.isAlive());
  }

  private static ProcessHandle program(Process launcher) throws IOException {
    String id = Optional.ofNullable(launcher.inputReader().readLine()).orElseThrow();
    return ProcessHandle.of(Long.parseLong(id)).orElseThrow();
  }

  private static Process launch(String script) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ForegroundLauncher.class.getName(),
            script)
        .redirectErrorStream(true)
        .start();
  }
}
