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
 * left for another time. Nothing of a line is kept but its digest, however many are read before
 * they are consumed.
 */
final class LineReader implements Closeable {

  private static final int BUFFER = 64 * 1024;

  private final InputStream in;
  private final int maxLineBytes;
  private final MessageDigest digest;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private long bytes;
  private long lines;
  private MessageDigest consumedDigest;
  private long consumedBytes;
  private long consumedLines;

  /**
   * A reader.
   *
   * @param in stands behind the bytes that were consumed before
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
    this.consumedDigest = Digests.copy(digest);
    this.bytes = consumedBytes;
    this.lines = consumedLines;
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

  /** The next line; empty at the end. */
  Optional<Line> next() throws IOException {
    if (!fill()) {
      return Optional.empty();
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long size = 0;
    boolean finished = false;
    while (!finished && fill()) {
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      line.write(buffer, from, Math.min(end - from, maxLineBytes - line.size()));
      size += end - from;
      finished = end < to;
      take(finished ? end + 1 : end);
    }
    lines++;
    return Optional.of(line(line.toByteArray(), size, finished));
  }

  /** A carriage return before the line end belongs to it. */
  private Line line(byte[] kept, long size, boolean finished) {
    boolean carriageReturn =
        finished && size == kept.length && size > 0 && kept[kept.length - 1] == '\r';
    return carriageReturn
        ? new Line(lines, RawBytes.of(Arrays.copyOf(kept, kept.length - 1)), size - 1, true)
        : new Line(lines, RawBytes.of(kept), size, finished);
  }

  /** Makes sure that the buffer holds something; false at the end. */
  private boolean fill() throws IOException {
    if (from < to) {
      return true;
    }
    from = 0;
    to = Math.max(0, in.read(buffer));
    return to > 0;
  }

  /** Counts the buffer's bytes up to here as read. */
  private void take(int end) {
    digest.update(buffer, from, end - from);
    bytes += end - from;
    from = end;
  }

  /** Consumes all lines that were read. */
  void consume() {
    consumedDigest = Digests.copy(digest);
    consumedBytes = bytes;
    consumedLines = lines;
  }

  long consumedBytes() {
    return consumedBytes;
  }

  long consumedLines() {
    return consumedLines;
  }

  /** SHA-256 of all bytes consumed, in hexadecimal. */
  String consumedDigest() {
    return HexFormat.of().formatHex(Digests.sofar(consumedDigest));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
