package io.paperwire.embedded.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for people. A log may be large, and hold any bytes. */
final class LogTail {

  private static final int LINES = 8;
  private static final int BYTES = 8 << 10;

  private LogTail() {}

  /**
   * A sentence with the last lines of a log, or with its place only if there are none, or it cannot
   * be read.
   *
   * @param since bytes that it held before the process began of which is told
   */
  static String of(Path log, long since) {
    try {
      List<String> lines = end(log, since).lines().toList();
      if (lines.isEmpty()) {
        return "It has written nothing to its log " + log;
      }
      List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
      return "Its log " + log + " ends:\n  " + String.join("\n  ", last);
    } catch (IOException e) {
      return "Its log is " + log;
    }
  }

  private static String end(Path log, long since) throws IOException {
    try (FileChannel channel = FileChannel.open(log)) {
      ByteBuffer end = ByteBuffer.allocate(BYTES);
      // A log that has become shorter was put aside meanwhile.
      long begin = since <= channel.size() ? since : 0;
      channel.position(Math.max(begin, channel.size() - BYTES));
      while (end.hasRemaining() && channel.read(end) >= 0) {
        // until the buffer or the log is at its end
      }
      return new String(end.array(), 0, end.position(), StandardCharsets.UTF_8);
    }
  }
}
