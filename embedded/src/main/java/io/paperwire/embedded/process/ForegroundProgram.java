package io.paperwire.embedded.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program that writes where this process writes, and ends with it, however that ends. */
public final class ForegroundProgram {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Optional<Process> program = Optional.empty();
  private boolean stopped;

  private ForegroundProgram() {}

  /**
   * Runs a program to its end. If this process is asked to stop meanwhile, by Ctrl-C or SIGTERM, it
   * asks the program to stop and waits for that; if it is killed, the program is asked to stop, and
   * killed if it does not.
   *
   * @return the program's exit code
   * @throws IOException if it cannot be started
   */
  public static int run(List<String> command) throws IOException, InterruptedException {
    ForegroundProgram foreground = new ForegroundProgram();
    Thread hook = new Thread(foreground::stop, "stop-program");
    // Before the program begins, so that there is no moment in which it would be left alone.
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return foreground.start(command).waitFor();
    } finally {
      foreground.stop();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // This process is ending, and waits for the hook.
      }
    }
  }

  private synchronized Process start(List<String> command) throws IOException {
    if (stopped) {
      throw new IOException("this process is ending");
    }
    Process started =
        Lifeline.start(
            new ProcessBuilder(command)
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT));
    program = Optional.of(started);
    return started;
  }

  private synchronized void stop() {
    stopped = true;
    program.ifPresent(ForegroundProgram::stop);
  }

  private static void stop(Process program) {
    program.destroy();
    try {
      if (!program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        program.destroyForcibly();
      }
    } catch (InterruptedException e) {
      program.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
