package io.paperwire.standalone.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A file that a command writes after work of minutes or hours. */
final class OutputFile {

  private OutputFile() {}

  /** What a file is to hold. */
  @FunctionalInterface
  interface Content {
    /** Writes it. */
    void to(OutputStream file) throws IOException;
  }

  /**
   * Makes sure before that work that its result can be written.
   *
   * @throws CommandFailure if it cannot
   */
  static void requireWritable(Path file) throws IOException {
    Path target = target(file);
    Path folder = Optional.ofNullable(target.getParent()).orElse(target);
    boolean writable =
        Files.isDirectory(folder)
            && Files.isWritable(folder)
            && (!Files.exists(target) || (Files.isRegularFile(target) && Files.isWritable(target)));
    if (!writable) {
      throw new CommandFailure("cannot write to " + file + ": name another file by --out");
    }
  }

  /** Writes a file as a whole: whatever ends the command before, the old one is as it was. */
  static void write(Path file, Content content) throws IOException {
    Path target = target(file);
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        content.to(out);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** A symbolic link stays one. */
  private static Path target(Path file) throws IOException {
    return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
  }
}
