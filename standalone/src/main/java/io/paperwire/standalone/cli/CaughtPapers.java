package io.paperwire.standalone.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What interests have caught. Papers come one by one and answers go interest by interest, so all
 * matches wait for the last paper.
 *
 * <p>Those that do not fit into some megabytes go to a temporary file as a run, sorted by interest;
 * at the end all runs are read side by side, each from its beginning. So the file is written and
 * read in order, and a run of 32 MiB takes a buffer of 8 KiB in memory, whatever the number of
 * interests and of matches. The file goes with this.
 */
final class CaughtPapers implements AutoCloseable {

  private static final int MOST_BYTES = 32 << 20;

  /** What a match takes in memory beside its characters. */
  private static final int OVERHEAD = 80;

  private static final int BUFFER = 1 << 20;

  private final int mostBytes;
  private final List<Caught> held = new ArrayList<>();
  private final List<Sorted> sorted = new ArrayList<>();
  private Optional<FileChannel> file = Optional.empty();
  private int bytes;

  /**
   * A match.
   *
   * @param interest the interest's number
   * @param match as it will be written
   */
  private record Caught(int interest, String match) {}

  /** Nothing yet. */
  CaughtPapers() {
    this(MOST_BYTES);
  }

  /**
   * Nothing yet.
   *
   * @param mostBytes what may be held in memory
   */
  CaughtPapers(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * An interest has caught a paper.
   *
   * @param interest the interest's number
   * @param match the match in JSON
   * @throws CommandFailure if there is no room for temporary files
   */
  void add(int interest, String match) {
    held.add(new Caught(interest, match));
    bytes += match.length() * Character.BYTES + OVERHEAD;
    if (bytes > mostBytes) {
      putAway();
    }
  }

  /**
   * Writes all that an interest has caught as elements of a JSON array. This is the end of adding,
   * and interests come in the order of their numbers.
   */
  void write(int interest, PrintWriter out) {
    if (!held.isEmpty()) {
      sorted.add(new Sorted(sortHeld().iterator()));
      held.clear();
    }
    String before = "";
    for (Sorted matches : sorted) {
      for (Optional<Caught> next = matches.nextOf(interest);
          next.isPresent();
          next = matches.nextOf(interest)) {
        out.print(before);
        out.print(next.get().match());
        before = ",";
      }
    }
  }

  /** The sort is stable: papers keep their order. */
  private List<Caught> sortHeld() {
    held.sort(Comparator.comparingInt(Caught::interest));
    return List.copyOf(held);
  }

  private void putAway() {
    try {
      FileChannel channel = file.isPresent() ? file.get() : create();
      file = Optional.of(channel);
      long from = channel.position();
      // Closing it would close the file.
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
      for (Caught caught : sortHeld()) {
        byte[] match = caught.match().getBytes(StandardCharsets.UTF_8);
        out.writeInt(caught.interest());
        out.writeInt(match.length);
        out.write(match);
      }
      out.flush();
      sorted.add(new Sorted(new Run(channel, from, channel.position())));
      held.clear();
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

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }

  /** Matches in the order of their interests, which are taken in that order. */
  private static final class Sorted {

    private final Iterator<Caught> matches;
    private Optional<Caught> next = Optional.empty();

    Sorted(Iterator<Caught> matches) {
      this.matches = matches;
    }

    /** The next match, if it is one of this interest. */
    Optional<Caught> nextOf(int interest) {
      if (next.isEmpty() && matches.hasNext()) {
        next = Optional.of(matches.next());
      }
      Optional<Caught> found = next.filter(caught -> caught.interest() == interest);
      if (found.isPresent()) {
        next = Optional.empty();
      }
      return found;
    }
  }

  /** Matches in a part of the file. */
  private static final class Run implements Iterator<Caught> {

    private final FileChannel channel;
    private final long end;
    private final DataInputStream in;
    private long at;
    private long read;

    Run(FileChannel channel, long from, long end) {
      this.channel = channel;
      this.end = end;
      this.at = from;
      this.read = from;
      this.in = new DataInputStream(new BufferedInputStream(new Bytes()));
    }

    @Override
    public boolean hasNext() {
      return at < end;
    }

    @Override
    public Caught next() {
      try {
        int interest = in.readInt();
        byte[] match = new byte[in.readInt()];
        in.readFully(match);
        at += 2 * Integer.BYTES + match.length;
        return new Caught(interest, new String(match, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException("the temporary file of matches cannot be read", e);
      }
    }

    /** The file from this run's beginning, apart from where others read it. */
    private final class Bytes extends InputStream {

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int count = channel.read(ByteBuffer.wrap(bytes, from, length), read);
        read += Math.max(0, count);
        return count;
      }
    }
  }
}
