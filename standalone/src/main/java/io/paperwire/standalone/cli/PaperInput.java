package io.paperwire.standalone.cli;

import io.paperwire.ingest.format.PaperFormat;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.standalone.input.Lines;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads papers as JSON Lines, by the rules of ingest, except that fields which ingest does not know
 * are passed over, and that any id will do. Answers name a paper by the id as it stands in the
 * file, {@link SourceRecord#sourceKey()}.
 */
final class PaperInput {

  private static final int BUFFER = 1 << 16;

  private final PaperFormat format = new PaperFormat("file", PaperLimits.STANDARD);
  private final String name;
  private final PrintWriter errors;
  private int rejected;

  /**
   * An input.
   *
   * @param name what people call it, for messages
   * @param errors told of each line that is no paper
   */
  PaperInput(String name, PrintWriter errors) {
    this.name = name;
    this.errors = errors;
  }

  /**
   * Opens a file, gzipped or not.
   *
   * @throws CommandFailure if it cannot be read
   */
  static InputStream open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new CommandFailure("cannot read " + file + ": it is a folder; name a file in it");
    }
    if (!Files.isReadable(file)) {
      throw new CommandFailure("cannot read " + file);
    }
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      in.mark(2);
      boolean gzipped = in.read() == 0x1f && in.read() == 0x8b; // RFC 1952
      in.reset();
      return gzipped ? new GZIPInputStream(in, BUFFER) : in;
    } catch (IOException e) {
      in.close();
      throw new CommandFailure("cannot read " + file + ": " + OneLineErrors.reason(e), e);
    }
  }

  /** Reads all papers in order; lines that are none are reported and passed over. */
  void read(InputStream in, Consumer<SourceRecord> papers) throws IOException {
    Lines.read(
        name,
        in,
        (number, line) -> {
          switch (format.readOwn(line)) {
            case Parsed.Valid<SourceRecord>(SourceRecord paper) -> papers.accept(paper);
            case Parsed.Invalid<SourceRecord>(_, String reason) -> {
              rejected++;
              errors.println(name + " line " + number + ": " + reason);
            }
          }
        });
  }

  /** Lines that were no paper. */
  int rejected() {
    return rejected;
  }
}
