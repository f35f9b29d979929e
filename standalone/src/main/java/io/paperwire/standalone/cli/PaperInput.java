package io.paperwire.standalone.cli;

import io.paperwire.ingest.format.PaperFormat;
import io.paperwire.ingest.format.PaperFormat.Own;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * Reads papers as JSON Lines. Unlike ingest, it takes all that has an id and a title or an
 * abstract, see {@link PaperFormat#readOwn}. Answers name a paper by the id as it stands in the
 * file, {@link SourceRecord#sourceKey()}.
 */
final class PaperInput {

  private static final int BUFFER = 1 << 16;

  /** Lines are bounded, so their parts need not be; a longer name is a line taken for one. */
  private static final PaperLimits LIMITS =
      new PaperLimits(1 << 24, 1 << 24, 1 << 20, 100, 1 << 20);

  /** A file that has its authors in another form has them so in each line. */
  private static final int TOLD = 20;

  private final PaperFormat format = new PaperFormat("file", LIMITS);
  private final String name;
  private final PrintWriter errors;
  private int rejected;
  private int incomplete;

  /**
   * An input.
   *
   * @param name what people call it, for messages
   * @param errors told of each line that is no paper, and of what was left out of others
   */
  PaperInput(String name, PrintWriter errors) {
    this.name = name;
    this.errors = errors;
  }

  /** What people call a file. */
  static String name(Path file) {
    return isStandardInput(file) ? "standard input" : file.toString();
  }

  /**
   * Makes sure that not more than one of some files is standard input.
   *
   * @throws CommandFailure if it is to be read twice
   */
  static void requireOneStandardInput(List<Path> files) {
    if (files.stream().filter(PaperInput::isStandardInput).count() > 1) {
      throw new CommandFailure("'-' is standard input, which can be read once; name other files");
    }
  }

  private static boolean isStandardInput(Path file) {
    return file.toString().equals("-");
  }

  /**
   * Opens a file, gzipped or not; "-" is standard input.
   *
   * @throws CommandFailure if it cannot be read
   */
  static InputStream open(Path file) throws IOException {
    if (isStandardInput(file)) {
      return gunzipped(name(file), System.in);
    }
    if (Files.isDirectory(file)) {
      throw new CommandFailure("cannot read " + file + ": it is a folder; name a file in it");
    }
    if (!Files.isReadable(file)) {
      throw new CommandFailure("cannot read " + file);
    }
    return gunzipped(name(file), Files.newInputStream(file));
  }

  private static InputStream gunzipped(String name, InputStream bytes) throws IOException {
    BufferedInputStream in = new BufferedInputStream(bytes, BUFFER);
    try {
      in.mark(2);
      boolean gzipped = in.read() == 0x1f && in.read() == 0x8b; // RFC 1952
      in.reset();
      return gzipped ? new GZIPInputStream(in, BUFFER) : in;
    } catch (IOException e) {
      in.close();
      throw new CommandFailure("cannot read " + name + ": " + OneLineErrors.reason(e), e);
    }
  }

  /**
   * Reads all papers in order, gzipped or not; lines that are none are reported and passed over.
   */
  void read(InputStream in, Consumer<SourceRecord> papers) throws IOException {
    read(in, papers, () -> {});
  }

  /**
   * As {@link #read(InputStream, Consumer)}.
   *
   * @param pause run before input is waited for that is not there yet
   */
  void read(InputStream in, Consumer<SourceRecord> papers, Runnable pause) throws IOException {
    read(in, _ -> true, papers, pause);
  }

  /**
   * As {@link #read}, and of several papers with one id reports and passes over all but the first.
   */
  void readEachOnce(InputStream in, Consumer<SourceRecord> papers) throws IOException {
    Set<String> ids = new HashSet<>();
    read(in, paper -> ids.add(paper.sourceKey()), papers, () -> {});
  }

  private void read(
      InputStream in, Predicate<SourceRecord> isNew, Consumer<SourceRecord> papers, Runnable pause)
      throws IOException {
    Lines.read(
        name,
        gunzipped(name, in),
        (number, line) -> {
          switch (format.readOwn(line)) {
            case Parsed.Valid<Own>(Own(SourceRecord paper, Optional<String> leftOut)) -> {
              if (isNew.test(paper)) {
                leftOut.ifPresent(reason -> tellLeftOut(number, reason));
                papers.accept(paper);
              } else {
                reject(number, "there is a paper with the id " + paper.sourceKey() + " already");
              }
            }
            case Parsed.Invalid<Own>(_, String reason) -> reject(number, reason);
          }
        },
        pause);
    if (incomplete > TOLD) {
      errors.printf("%s: something was left out of %,d papers in all%n", name, incomplete);
    }
  }

  private void tellLeftOut(int number, String reason) {
    incomplete++;
    if (incomplete <= TOLD) {
      errors.println(name + " line " + number + ", left out: " + reason);
    }
  }

  private void reject(int number, String reason) {
    rejected++;
    errors.println(name + " line " + number + ": " + reason);
  }

  /** Lines that were no paper. */
  int rejected() {
    return rejected;
  }
}
