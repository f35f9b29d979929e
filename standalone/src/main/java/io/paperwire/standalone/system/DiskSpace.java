package io.paperwire.standalone.system;

import io.paperwire.embedded.EmbeddedException;
import io.paperwire.embedded.EmbeddedException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Looks for room before anything is started: a broker or a database that finds none halfway ends
 * with an error that does not say so.
 */
final class DiskSpace {

  private static final long MIB = 1 << 20;

  /** Room for a fresh system, some 50 MiB, and for the papers of some weeks. */
  static final long NEEDED = 300 * MIB;

  private DiskSpace() {}

  /**
   * Makes a folder and checks that there is room in it.
   *
   * @param needed bytes
   * @throws EmbeddedException if there is not, or the folder cannot be made
   */
  static void require(Path folder, long needed) {
    long usable;
    try {
      usable = Files.getFileStore(Files.createDirectories(folder)).getUsableSpace();
    } catch (IOException e) {
      throw new EmbeddedException(
          Reason.FOLDER_NOT_WRITABLE, "the folder " + folder + " cannot be made", e);
    }
    if (usable < needed) {
      throw new EmbeddedException(
          Reason.NO_SPACE,
          "the disk that holds %s has %d MiB left, and at least %d MiB are needed"
              .formatted(folder, usable / MIB, needed / MIB));
    }
  }
}
