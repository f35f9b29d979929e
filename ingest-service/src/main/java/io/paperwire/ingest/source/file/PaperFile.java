package io.paperwire.ingest.source.file;

import io.paperwire.ingest.format.PaperFormat;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.record.SourceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads a whole file of papers at once, in either format, by the same rules as the watched folder:
 * for commands that work without a broker.
 */
public final class PaperFile {

  private static final int MAX_LINE_BYTES = 16 * 1024 * 1024;

  private PaperFile() {}

  /**
   * Reads a file.
   *
   * @param papers given each paper, in order
   * @param rejects given each line that is none, with what is wrong with it
   * @throws IOException if the file cannot be read
   */
  public static void read(
      Path file, PaperLimits limits, Consumer<SourceRecord> papers, Consumer<RejectedInput> rejects)
      throws IOException {
    LineFormat lineFormat = LineFormat.of(FileContent.head(file));
    try (var in = FileContent.open(file)) {
      LineReader lines = new LineReader(in, Digests.sha256(), 0, 0, MAX_LINE_BYTES);
      ContentReader content =
          new ContentReader(
              file.getFileName().toString(),
              lineFormat,
              new PaperFormat(FileSource.NAME, limits),
              lines);
      boolean atEnd = false;
      while (!atEnd) {
        switch (content.next(true)) {
          case ContentReader.Read(SourceRecord paper) -> papers.accept(paper);
          case ContentReader.Rejected(RejectedInput input) -> rejects.accept(input);
          case ContentReader.AtEnd _ -> atEnd = true;
        }
      }
    }
  }
}
