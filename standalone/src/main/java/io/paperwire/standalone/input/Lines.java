package io.paperwire.standalone.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Lines of a file or of standard input. They are given as bytes, so that what is no UTF-8 can be
 * told from what is; a line ends with LF or CR LF, and the last one with the file. A byte order
 * mark before the first one is passed over, as ingest does.
 */
public final class Lines {

  private static final int BUFFER = 1 << 16;

  /** As ingest has it; a file that is one JSON array has a single line. */
  private static final int LONGEST = 16 << 20;

  /** U+FEFF in UTF-8. */
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private Lines() {}

  /** Takes lines. */
  @FunctionalInterface
  public interface Taker {
    /**
     * Takes a line.
     *
     * @param number from 1, blank lines counted
     * @param bytes without the line's end
     */
    void take(int number, byte[] bytes);
  }

  /**
   * Reads all lines in order and passes over those that are blank.
   *
   * @param name what people call the input
   * @throws IOException if it cannot be read to its end; the message names it and says how far it
   *     went
   */
  public static void read(String name, InputStream in, Taker taker) throws IOException {
    read(name, in, taker, () -> {});
  }

  /**
   * As {@link #read(String, InputStream, Taker)}.
   *
   * @param pause run where no more input is there at the moment, before more is waited for; of what
   *     is compressed nobody can tell
   */
  public static void read(String name, InputStream in, Taker taker, Runnable pause)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int number = 0;
    for (int read = read(name, in, buffer, number, pause);
        read >= 0;
        read = read(name, in, buffer, number, pause)) {
      int from = 0;
      for (int at = 0; at < read; at++) {
        if (buffer[at] == '\n') {
          line.write(buffer, from, at - from);
          give(++number, line, taker);
          from = at + 1;
        }
      }
      line.write(buffer, from, read - from);
      if (line.size() > LONGEST) {
        throw new IOException(
            "cannot read %s any further: line %d has more than 16 MiB; give one JSON object a line (JSON Lines)"
                .formatted(name, number + 1));
      }
    }
    give(++number, line, taker);
  }

  private static int read(String name, InputStream in, byte[] buffer, int number, Runnable pause)
      throws IOException {
    try {
      if (in.available() == 0) {
        pause.run();
      }
      return in.read(buffer);
    } catch (IOException e) {
      throw new IOException(
          "cannot read %s any further than line %d: %s".formatted(name, number, e.getMessage()), e);
    }
  }

  private static void give(int number, ByteArrayOutputStream line, Taker taker) {
    byte[] bytes = number == 1 ? withoutMark(line.toByteArray()) : line.toByteArray();
    line.reset();
    boolean blank = true;
    for (byte each : bytes) {
      blank &= each == ' ' || each == '\t' || each == '\r';
    }
    if (!blank) {
      taker.take(number, withoutReturn(bytes));
    }
  }

  /** The beginning of an input, or the whole of it, without the byte order mark before it. */
  public static byte[] withoutMark(byte[] beginning) {
    int length = Math.min(beginning.length, BYTE_ORDER_MARK.length);
    return Arrays.equals(Arrays.copyOf(beginning, length), BYTE_ORDER_MARK)
        ? Arrays.copyOfRange(beginning, length, beginning.length)
        : beginning;
  }

  private static byte[] withoutReturn(byte[] line) {
    return line[line.length - 1] == '\r' ? Arrays.copyOf(line, line.length - 1) : line;
  }
}
