package io.paperwire.ingest.source.file;

import io.paperwire.ingest.record.RawBytes;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Reads lines and keeps count of what has been consumed: bytes, lines, and the SHA-256 of all bytes
 * so far. A line is consumed only when the caller says so, so that an unfinished last line can be
 * left for another time.
 */
final class LineReader implements Closeable {

  private final InputStream in;
  private final int maxLineBytes;
  private final MessageDigest digest;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private long consumedBytes;
  private long consumedLines;
  private long pendingLines;

  /**
   * A reader.
   *
   * @param in stands behind the bytes that were consumed before; buffered by the caller
   * @param digest of the bytes consumed before
   * @param consumedBytes how many they are
   * @param consumedLines how many lines they hold
   * @param maxLineBytes how much of a line is kept
   */
  LineReader(
      InputStream in,
      MessageDigest digest,
      long consumedBytes,
      long consumedLines,
      int maxLineBytes) {
    this.in = in;
    this.digest = digest;
    this.consumedBytes = consumedBytes;
    this.consumedLines = consumedLines;
    this.maxLineBytes = maxLineBytes;
  }

  /**
   * A line.
   *
   * @param number from 1
   * @param bytes without the line end; only the first ones of a line that is too long
   * @param size how many bytes it has
   * @param finished whether a line end closes it
   */
  record Line(long number, RawBytes bytes, long size, boolean finished) {

    /** True if the line was longer than what is read. */
    boolean isCut() {
      return size > bytes.length();
    }

    /** True if there is nothing but spaces. */
    boolean isBlank() {
      return !isCut() && bytes.text().filter(String::isBlank).isPresent();
    }
  }

  /** The next line; empty at the end. A line that is too long is consumed at once. */
  Optional<Line> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long size = 0;
    int b = in.read();
    if (b < 0) {
      return Optional.empty();
    }
    while (b >= 0 && b != '\n') {
      size++;
      if (size <= maxLineBytes) {
        line.write(b);
        pending.write(b);
      } else {
        digestPending();
        digest.update((byte) b);
        consumedBytes++;
      }
      b = in.read();
    }
    boolean finished = b == '\n';
    if (finished) {
      pending.write(b);
    }
    pendingLines++;
    long number = consumedLines + pendingLines;
    byte[] bytes = line.toByteArray();
    boolean carriageReturn =
        size == bytes.length && size > 0 && bytes[bytes.length - 1] == '\r' && finished;
    return Optional.of(
        carriageReturn
            ? new Line(number, RawBytes.of(withoutLast(bytes)), size - 1, true)
            : new Line(number, RawBytes.of(bytes), size, finished));
  }

  /** Consumes all lines that were read. */
  void consume() {
    digestPending();
    consumedLines += pendingLines;
    pendingLines = 0;
  }

  long consumedBytes() {
    return consumedBytes;
  }

  long consumedLines() {
    return consumedLines;
  }

  /** SHA-256 of all bytes consumed, in hexadecimal. */
  String consumedDigest() {
    return HexFormat.of().formatHex(Digests.sofar(digest));
  }

  private void digestPending() {
    if (pending.size() == 0) {
      return;
    }
    digest.update(pending.toByteArray());
    consumedBytes += pending.size();
    pending.reset();
  }

  private static byte[] withoutLast(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length - 1);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
