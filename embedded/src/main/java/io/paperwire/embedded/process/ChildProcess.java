package io.paperwire.embedded.process;

import io.paperwire.embedded.EmbeddedException;
import io.paperwire.embedded.EmbeddedException.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running child process with its output in a log file. */
public final class ChildProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> CONFIGURATION =
      List.of("PAPERWIRE_", "KAFKA_", "MICRONAUT_", "DATASOURCES_", "ENDPOINTS_");
  private static final Duration PROBE_PAUSE = Duration.ofMillis(100);

  /** Exit code of a JVM that has stopped in order because it was asked to (SIGTERM). */
  private static final int STOPPED = 128 + 15;

  /** So long a part may take to start on a machine that is busy with other work. */
  public static final Duration START_LIMIT = Duration.ofMinutes(5);

  private final String name;
  private final Process process;
  private final Path log;
  private final long logBefore;
  private final ClassArchive archive;
  private volatile boolean ready;

  /**
   * A child.
   *
   * @param logBefore bytes that its log held when it was started
   */
  private ChildProcess(
      String name, Process process, Path log, long logBefore, ClassArchive archive) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.logBefore = logBefore;
    this.archive = archive;
  }

  /**
   * Starts a Java program, which will not outlive this process.
   *
   * @param name how people call it
   * @param program what to run
   * @param environment variables beside those of this process, of which those that configure
   *     services are not handed on: they are meant for other deployments, unless said so here
   * @param log file that takes its output; appended to, and kept within bounds
   */
  public static ChildProcess start(
      String name, JavaProgram program, Map<String, String> environment, Path log) {
    if (!Files.isRegularFile(program.jar())) {
      throw new EmbeddedException(
          Reason.NOT_BUILT,
          "there is no " + name + " in " + program.jar().getParent() + ": run mvn package");
    }
    ClassArchive archive = ClassArchive.of(program);
    ProcessBuilder builder = new ProcessBuilder(program.command(archive));
    builder.environment().keySet().removeIf(ChildProcess::configuresServices);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())));
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      long logBefore = Files.exists(log) ? Files.size(log) : 0;
      Process process = Lifeline.start(builder);
      BoundedLog.of(log).keep(time -> process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS));
      return new ChildProcess(name, process, log, logBefore, archive);
    } catch (IOException e) {
      throw new EmbeddedException(
          Reason.FOLDER_NOT_WRITABLE, name + " cannot be started with its log in " + log, e);
    }
  }

  private static boolean configuresServices(String variable) {
    return CONFIGURATION.stream().anyMatch(variable::startsWith);
  }

  /** Something that tells whether a child is ready. */
  @FunctionalInterface
  public interface Probe {
    /** Whether it is ready now. */
    boolean isReady() throws InterruptedException;
  }

  /**
   * Waits until a probe says that the child is ready.
   *
   * @throws EmbeddedException if the child ends before, with the last lines of its log, or if it
   *     takes longer than the limit
   */
  public void awaitReady(Probe probe, Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!probe.isReady()) {
      if (process.waitFor(PROBE_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new EmbeddedException(
            Reason.CHILD_ENDED,
            name + " ended with code " + process.exitValue() + ". " + LogTail.of(log, logBefore));
      }
      if (System.nanoTime() > deadline) {
        throw new EmbeddedException(
            Reason.NOT_READY,
            name
                + " is not ready after "
                + limit.toSeconds()
                + " s. "
                + LogTail.of(log, logBefore));
      }
    }
    ready = true;
  }

  /**
   * Waits until the child has ended, however that happened.
   *
   * @return its exit code
   */
  public int awaitEnd() throws InterruptedException {
    int code = process.waitFor();
    ended();
    return code;
  }

  /** Id of the process. */
  public long pid() {
    return process.pid();
  }

  /** Kills it at once (SIGKILL) and waits until it is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    ended();
  }

  /** Asks it to stop (SIGTERM), waits, and kills it if it does not. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      ended();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void ended() {
    archive.end(ready && process.exitValue() == STOPPED);
  }
}
