package io.paperwire.ingest.source.file;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Opens files, gzipped or not, and recognises them by what has been read of them before. */
final class FileContent {

  private static final int BUFFER = 64 * 1024;

  private FileContent() {}

  /**
   * A file's bytes. Not through a channel, which an interrupt would close in the middle of reading:
   * that would look like damage.
   */
  private static InputStream bytes(Path file) throws IOException {
    return new FileInputStream(file.toFile());
  }

  /** True if a file is gzipped: by its first two bytes (RFC 1952). */
  static boolean isGzip(Path file) throws IOException {
    try (InputStream in = bytes(file)) {
      return in.read() == 0x1f && in.read() == 0x8b;
    }
  }

  /** The file's content. */
  static InputStream open(Path file) throws IOException {
    InputStream raw = bytes(file);
    try {
      return new BufferedInputStream(isGzip(file) ? new GZIPInputStream(raw, BUFFER) : raw, BUFFER);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /** The first bytes of the content. */
  static byte[] head(Path file) throws IOException {
    try (InputStream in = open(file)) {
      return in.readNBytes(LineFormat.BYTES_LOOKED_AT);
    }
  }

  /**
   * A file whose content is open behind what is known of it.
   *
   * @param before where it was left; empty if it is new
   * @param digest of the bytes up to there
   * @param rest the bytes from there on
   */
  record Recognised(Optional<FilePosition> before, MessageDigest digest, InputStream rest) {}

  /**
   * Finds the position that a file was left at: the furthest one whose bytes this content begins
   * with. Most files have been read to their end, and are not compared with all others.
   */
  static Recognised recognise(Path file, KnownFiles known) throws IOException {
    Optional<Recognised> readToItsEnd =
        isGzip(file) ? Optional.empty() : recogniseWhole(file, known);
    return readToItsEnd.isPresent() ? readToItsEnd.get() : recogniseBeginning(file, known);
  }

  private static Optional<Recognised> recogniseWhole(Path file, KnownFiles known)
      throws IOException {
    long size = Files.size(file);
    List<FilePosition> asLong = known.ofLength(size);
    if (asLong.isEmpty()) {
      return Optional.empty();
    }
    InputStream in = open(file);
    try {
      MessageDigest digest = Digests.sha256();
      String hex = digest(in, digest, size) ? hex(digest) : "";
      Optional<Recognised> found =
          asLong.stream()
              .filter(position -> position.digest().equals(hex))
              .findFirst()
              .map(position -> new Recognised(Optional.of(position), digest, in));
      if (found.isEmpty()) {
        in.close();
      }
      return found;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(Digests.sofar(digest));
  }

  /** Reads the content up to the position once, and again only where it had to look further. */
  private static Recognised recogniseBeginning(Path file, KnownFiles known) throws IOException {
    InputStream in = open(file);
    try {
      MessageDigest digest = Digests.sha256();
      Recognised found = new Recognised(Optional.empty(), Digests.copy(digest), in);
      long read = 0;
      boolean ended = false;
      for (var lengths : known.byLength().entrySet()) {
        ended = !digest(in, digest, lengths.getKey() - read);
        if (ended) {
          break;
        }
        read = lengths.getKey();
        String hex = hex(digest);
        for (FilePosition position : lengths.getValue()) {
          if (position.digest().equals(hex)) {
            found = new Recognised(Optional.of(position), Digests.copy(digest), in);
          }
        }
      }
      long left = found.before().map(FilePosition::bytes).orElse(0L);
      return read == left && !ended ? found : reopened(file, found, left);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static Recognised reopened(Path file, Recognised found, long at) throws IOException {
    found.rest().close();
    InputStream in = open(file);
    try {
      in.skipNBytes(at);
      return new Recognised(found.before(), found.digest(), in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Digests so many bytes; false if there are fewer. */
  private static boolean digest(InputStream in, MessageDigest digest, long bytes)
      throws IOException {
    byte[] buffer = new byte[(int) Math.min(BUFFER, bytes)];
    long left = bytes;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        return false;
      }
      digest.update(buffer, 0, read);
      left -= read;
    }
    return true;
  }
}
