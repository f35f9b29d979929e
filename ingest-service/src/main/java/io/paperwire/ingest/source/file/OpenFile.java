package io.paperwire.ingest.source.file;

import io.paperwire.ingest.format.PaperFormat;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.source.Page;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file that is being read, from where it was left. */
final class OpenFile implements Closeable {

  private static final int PART_CHARACTERS = 32;

  /** A page ends behind the line that makes it as large as this; pages are held in memory. */
  private static final long PAGE_BYTES = 8L * 1024 * 1024;

  private final WatchedFolder.Look look;
  private final boolean complete;
  private final Optional<FilePosition> before;
  private final LineFormat format;
  private final LineReader lines;
  private final ContentReader content;
  private Optional<String> part;
  private Optional<IOException> damage = Optional.empty();
  private boolean unfinished;

  private OpenFile(
      WatchedFolder.Look look,
      boolean complete,
      Optional<FilePosition> before,
      LineFormat format,
      LineReader lines,
      PaperFormat papers) {
    this.look = look;
    this.complete = complete;
    this.before = before;
    this.format = format;
    this.lines = lines;
    this.content = new ContentReader(look.name(), format, papers, lines);
    this.part = before.filter(left -> left.name().equals(look.name())).map(FilePosition::part);
  }

  /**
   * Opens a file behind what has been read of its content before.
   *
   * @param complete whether nothing more is expected to be appended
   */
  static OpenFile open(
      WatchedFolder.Look look,
      boolean complete,
      KnownFiles known,
      PaperFormat papers,
      int maxLineBytes)
      throws IOException {
    boolean allThere = complete || FileContent.isGzip(look.file());
    byte[] head = FileContent.head(look.file());
    FileContent.Recognised content = FileContent.recognise(look.file(), known);
    Optional<FilePosition> before = content.before();
    LineFormat format = before.map(FilePosition::format).orElseGet(() -> LineFormat.of(head));
    LineReader lines =
        new LineReader(
            content.rest(),
            content.digest(),
            before.map(FilePosition::bytes).orElse(0L),
            before.map(FilePosition::lines).orElse(0L),
            maxLineBytes);
    return new OpenFile(look, allThere, before, format, lines, papers);
  }

  WatchedFolder.Look look() {
    return look;
  }

  /** Where the file's content had been left before; empty if it is new. */
  Optional<FilePosition> before() {
    return before;
  }

  /** Whether the end was reached with an unfinished piece before it, which was left alone. */
  boolean isUnfinished() {
    return unfinished;
  }

  /** How many lines have been read. */
  long linesRead() {
    return lines.consumedLines();
  }

  /** The next page; empty at the end. */
  Optional<Page> nextPage(int pageLines) throws IOException {
    List<SourceRecord> records = new ArrayList<>();
    List<RejectedInput> rejects = new ArrayList<>();
    long firstLine = lines.consumedLines() + 1;
    if (damage.isPresent()) {
      throw damage.get();
    }
    try {
      read(records, rejects, pageLines);
    } catch (IOException e) {
      damage = Optional.of(e); // what came before it is good
      return records.isEmpty() && rejects.isEmpty()
          ? nextPage(pageLines)
          : Optional.of(page(firstLine, records, rejects));
    }
    return records.isEmpty() && rejects.isEmpty()
        ? Optional.empty()
        : Optional.of(page(firstLine, records, rejects));
  }

  private void read(List<SourceRecord> records, List<RejectedInput> rejects, int pageLines)
      throws IOException {
    boolean more = true;
    long end = lines.consumedBytes() + PAGE_BYTES;
    while (more && records.size() + rejects.size() < pageLines && lines.consumedBytes() < end) {
      switch (content.next(complete)) {
        case ContentReader.Read(SourceRecord paper) -> records.add(paper);
        case ContentReader.Rejected(RejectedInput input) -> rejects.add(input);
        case ContentReader.AtEnd(boolean held) -> {
          unfinished = held;
          more = false;
        }
      }
    }
  }

  private Page page(long firstLine, List<SourceRecord> records, List<RejectedInput> rejects) {
    FilePosition position = position();
    String description = "%s lines %d-%d".formatted(look.name(), firstLine, lines.consumedLines());
    return Page.ofPapers(
        description, records, rejects, Map.of(position.part(), position.toPosition()));
  }

  /** How far the file has been read. */
  FilePosition position() {
    String digest = lines.consumedDigest();
    String name = part.orElseGet(() -> digest.substring(0, PART_CHARACTERS) + " " + look.name());
    part = Optional.of(name);
    return new FilePosition(
        name, look.name(), format, lines.consumedBytes(), lines.consumedLines(), digest);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
