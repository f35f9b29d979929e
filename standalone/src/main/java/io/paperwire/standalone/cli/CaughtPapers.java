package io.paperwire.standalone.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What interests have caught. Papers come one by one and answers go interest by interest, so all
 * matches wait for the last paper: as they will be written, a few megabytes in memory and the rest
 * in a temporary file, which goes with this.
 */
final class CaughtPapers implements AutoCloseable {

  private static final int MOST_BYTES = 8 << 20;

  private final int mostBytes;
  private final List<ByteArrayOutputStream> held = new ArrayList<>();
  private final List<List<Piece>> pieces = new ArrayList<>();
  private Optional<FileChannel> file = Optional.empty();
  private long fileBytes;
  private int bytes;

  /** Some matches of one interest, after one another in the file. */
  private record Piece(long at, int length) {}

  /** Nothing for so many interests. */
  CaughtPapers(int interests) {
    this(interests, MOST_BYTES);
  }

  /**
   * Nothing for so many interests.
   *
   * @param mostBytes what may be held in memory
   */
  CaughtPapers(int interests, int mostBytes) {
    this.mostBytes = mostBytes;
    for (int i = 0; i < interests; i++) {
      held.add(new ByteArrayOutputStream(0));
      pieces.add(new ArrayList<>(0));
    }
  }

  /**
   * An interest has caught a paper.
   *
   * @param interest the interest's number
   * @param match the match in JSON
   * @throws CommandFailure if there is no room for temporary files
   */
  void add(int interest, String match) {
    byte[] written = ("," + match).getBytes(StandardCharsets.UTF_8);
    held.get(interest).writeBytes(written);
    bytes += written.length;
    if (bytes > mostBytes) {
      putAway();
    }
  }

  /** Writes all that an interest has caught as elements of a JSON array. */
  void write(int interest, PrintWriter out) throws IOException {
    boolean first = true;
    for (Piece piece : pieces.get(interest)) {
      write(read(piece), first, out);
      first = false;
    }
    write(held.get(interest).toByteArray(), first, out);
  }

  /** A comma stands before each match, also before the first. */
  private static void write(byte[] matches, boolean first, PrintWriter out) {
    int from = first && matches.length > 0 ? 1 : 0;
    out.print(new String(matches, from, matches.length - from, StandardCharsets.UTF_8));
  }

  private void putAway() {
    try {
      FileChannel channel = file.isPresent() ? file.get() : create();
      file = Optional.of(channel);
      for (int i = 0; i < held.size(); i++) {
        ByteArrayOutputStream matches = held.get(i);
        if (matches.size() > 0) {
          pieces.get(i).add(new Piece(fileBytes, matches.size()));
          ByteBuffer buffer = ByteBuffer.wrap(matches.toByteArray());
          while (buffer.hasRemaining()) {
            fileBytes += channel.write(buffer, fileBytes);
          }
          held.set(i, new ByteArrayOutputStream(0));
        }
      }
      bytes = 0;
    } catch (IOException e) {
      throw new CommandFailure(
          "matches cannot be kept in a temporary file: "
              + OneLineErrors.reason(e)
              + "; make room, or name fewer papers or interests",
          e);
    }
  }

  private static FileChannel create() throws IOException {
    Path path = Files.createTempFile("paperwire-match", ".json");
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private byte[] read(Piece piece) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(piece.length());
    FileChannel channel = file.orElseThrow();
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, piece.at() + buffer.position()) < 0) {
        throw new IOException("the temporary file of matches was cut short");
      }
    }
    return buffer.array();
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }
}
