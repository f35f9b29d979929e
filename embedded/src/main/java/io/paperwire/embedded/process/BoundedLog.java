package io.paperwire.embedded.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * A log that does not grow for ever. Whatever a process prints goes to the file that it was started
 * with, to the end of it, and nothing can give it another one: so what the file holds is copied
 * beside it, and the file is emptied. Lines that are written just then may be lost.
 *
 * @param file to the end of which its process writes
 * @param most bytes that it may hold
 * @param kept so many older files, of which {@code .1} is the newest
 */
public record BoundedLog(Path file, long most, int kept) {

  private static final long MOST = 10 << 20;
  private static final int KEPT = 3;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Says when a log needs no more looks. */
  @FunctionalInterface
  public interface End {
    /** Waits for it, so long at most; whether it has come. */
    boolean within(Duration time) throws InterruptedException;
  }

  /** The log of a process, of which some forty MiB are kept. */
  public static BoundedLog of(Path file) {
    return new BoundedLog(file, MOST, KEPT);
  }

  /** Keeps the log within its bounds on a thread of its own, until the end. */
  public void keep(End end) {
    Thread.ofVirtual().name("bound-" + file.getFileName()).start(() -> run(end));
  }

  private void run(End end) {
    try {
      do {
        boundIfPossible();
      } while (!end.within(PAUSE));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A disk that is full now may have room at the next look. */
  private void boundIfPossible() {
    try {
      bound();
    } catch (IOException e) {
      // The log is whole, and larger than it should be.
    }
  }

  /**
   * Puts aside what the log holds if that is too much.
   *
   * @throws IOException if it cannot be put aside; the log is as it was
   */
  void bound() throws IOException {
    if (Files.notExists(file) || Files.size(file) <= most) {
      return;
    }
    Files.deleteIfExists(older(kept));
    Path copy = file.resolveSibling(file.getFileName() + ".part");
    try (FileChannel log =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      copy(log, copy);
      for (int age = kept - 1; age > 0; age--) {
        if (Files.exists(older(age))) {
          Files.move(older(age), older(age + 1), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      Files.move(copy, older(1), StandardCopyOption.REPLACE_EXISTING);
      log.truncate(0);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** Copies what there is and what comes meanwhile, but not for ever. */
  private void copy(FileChannel log, Path to) throws IOException {
    try (FileChannel copy =
        FileChannel.open(
            to,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      long end = 2 * log.size();
      long at = 0;
      while (at < Math.min(end, log.size())) {
        at += log.transferTo(at, log.size() - at, copy);
      }
    }
  }

  private Path older(int age) {
    return file.resolveSibling(file.getFileName() + "." + age);
  }
}
