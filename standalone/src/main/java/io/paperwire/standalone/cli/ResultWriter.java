package io.paperwire.standalone.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where results go: UTF-8 in every locale, as JSON is exchanged (RFC 8259, section 8.1), and each
 * line as soon as it is there. A writer that prints swallows what goes wrong; this one remembers
 * it.
 */
final class ResultWriter extends PrintWriter {

  private final Destination destination;

  private ResultWriter(Destination destination) {
    super(new BufferedWriter(new OutputStreamWriter(destination, StandardCharsets.UTF_8)), true);
    this.destination = destination;
  }

  /** A writer on bytes that go somewhere else. */
  static ResultWriter on(OutputStream out) {
    return new ResultWriter(new Destination(out));
  }

  /** A writer on this process's standard output. */
  static ResultWriter onStandardOutput() {
    return on(new FileOutputStream(FileDescriptor.out));
  }

  /**
   * Makes sure that all that was printed so far has gone where it should.
   *
   * @throws OutputClosed if nobody reads it any more
   * @throws CommandFailure if it cannot be written
   */
  static void requireWritten(PrintWriter out) {
    if (!out.checkError()) {
      return;
    }
    Optional<IOException> failure =
        out instanceof ResultWriter results ? results.destination.failure : Optional.empty();
    String reason = failure.map(IOException::getMessage).orElse("unknown reason");
    if (reason.contains("Broken pipe")) {
      throw new OutputClosed();
    }
    throw new CommandFailure("the results cannot be written to standard output: " + reason);
  }

  /** Nobody reads the results any more, which is the reader's choice and needs no words. */
  static final class OutputClosed extends RuntimeException {

    private OutputClosed() {
      super("nobody reads the results any more");
    }
  }

  private static final class Destination extends OutputStream {

    private final OutputStream out;
    private Optional<IOException> failure = Optional.empty();

    Destination(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        failure = Optional.of(failure.orElse(e));
        throw e;
      }
    }
  }
}
