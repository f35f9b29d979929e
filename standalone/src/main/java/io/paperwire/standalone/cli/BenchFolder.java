package io.paperwire.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The option that names the folder of a benchmark's data and logs. A broker fills gigabytes, so a
 * folder that nobody named is deleted, unless something went wrong and the logs tell what.
 */
final class BenchFolder {

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description =
          "Takes data and logs, and is kept; empty or not there yet (default: a folder that is"
              + " deleted if all goes well).")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Optional<Path> folder;

  /** What is measured in a folder. */
  @FunctionalInterface
  interface Measurement {

    /** Measures; false if what it saw is not what it must be. */
    boolean in(Path folder) throws IOException, InterruptedException;
  }

  /**
   * Measures in the folder; the exit code is 1 if what was seen is not what it must be.
   *
   * @throws CommandFailure if something is in it: that would be measured too
   */
  int use(Measurement measurement) throws IOException, InterruptedException {
    if (folder.isPresent() && !isEmpty(folder.get())) {
      throw new CommandFailure(
          folder.get() + " is not empty: name another folder, or one that is not there yet");
    }
    Path data = folder.isPresent() ? folder.get() : Files.createTempDirectory("paperwire-bench");
    boolean good = false;
    Thread breakingOff = new Thread(() -> tell(data), "tell-folder");
    Runtime.getRuntime().addShutdownHook(breakingOff);
    try {
      good = measurement.in(data);
    } finally {
      forget(breakingOff);
      if (good && folder.isEmpty()) {
        Folders.delete(data);
      } else {
        tell(data);
      }
    }
    return good ? 0 : 1;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook with it.
    }
  }

  private void tell(Path data) {
    command.commandLine().getErr().println("data and logs are in " + data);
  }
}
