package io.paperwire.embedded.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Ends a child JVM when its parent is gone. The parent holds the other end of the child's standard
 * input and never writes to it, so it reads as ended exactly when the parent has ended, however
 * that happened. Loaded as a Java agent, so that it works for any program without a change to it.
 *
 * <p>The agent's argument, if not empty, is the path of PostgreSQL's {@code postmaster.pid}: that
 * process cannot watch for itself and is told to stop as well.
 */
public final class ParentWatch {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private ParentWatch() {}

  /** Called by the JVM before the program's own main method. */
  public static void premain(String postmasterPidFile) {
    Thread.ofPlatform()
        .daemon()
        .name("parent-watch")
        .start(() -> awaitEndOfParent(postmasterPidFile));
  }

  private static void awaitEndOfParent(String postmasterPidFile) {
    try {
      while (System.in.read() >= 0) {
        // The parent never writes; whatever comes is not for this program.
      }
    } catch (IOException e) {
      System.err.println("parent-watch: standard input failed, which ends the parent's hold: " + e);
    }
    System.err.println("parent-watch: the parent is gone, stopping");
    postmaster(postmasterPidFile).ifPresent(ProcessHandle::destroy);
    Thread.ofPlatform().daemon().start(ParentWatch::haltWhenShutdownHangs);
    System.exit(0);
  }

  private static Optional<ProcessHandle> postmaster(String pidFile) {
    if (pidFile.isEmpty()) {
      return Optional.empty();
    }
    return PidFile.read(Path.of(pidFile)).flatMap(ProcessHandle::of);
  }

  private static void haltWhenShutdownHangs() {
    try {
      Thread.sleep(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }

  /** A file whose first line is a process id. */
  private static final class PidFile {
    private PidFile() {}

    static Optional<Long> read(Path file) {
      try (var lines = Files.lines(file)) {
        return lines.findFirst().map(line -> Long.valueOf(line.strip()));
      } catch (IOException e) {
        return Optional.empty();
      }
    }
  }
}
