package io.paperwire.standalone.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that a command writes after work of minutes or hours. */
final class OutputFile {

  private OutputFile() {}

  /**
   * Makes sure before that work that its result can be written.
   *
   * @throws CommandFailure if it cannot
   */
  static void requireWritable(Path file) {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    boolean writable =
        Files.exists(file)
            ? Files.isRegularFile(file) && Files.isWritable(file)
            : Files.isDirectory(folder) && Files.isWritable(folder);
    if (!writable) {
      throw new CommandFailure("cannot write to " + file + ": name another file by --out");
    }
  }
}
