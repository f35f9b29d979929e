package io.paperwire.ingest.source.file;

import io.paperwire.ingest.format.JsonText;
import io.paperwire.ingest.format.PaperFormat;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.format.Utf8;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.record.RejectedInput.Place;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.source.file.LineReader.Line;
import io.paperwire.text.markup.PlainText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** Reads papers from the lines of one file, in one of the two formats. */
final class ContentReader {

  private static final String BOM = "\uFEFF";

  private final String file;
  private final LineFormat lineFormat;
  private final PaperFormat papers;
  private final LineReader lines;

  ContentReader(String file, LineFormat lineFormat, PaperFormat papers, LineReader lines) {
    this.file = file;
    this.lineFormat = lineFormat;
    this.papers = papers;
    this.lines = lines;
  }

  /** What reading on came to. */
  sealed interface Step {}

  /** A paper. */
  record Read(SourceRecord paper) implements Step {}

  /** Something that is no paper. */
  record Rejected(RejectedInput input) implements Step {}

  /**
   * The end of the file.
   *
   * @param unfinished whether there is an unfinished piece before it, which has not been consumed
   */
  record AtEnd(boolean unfinished) implements Step {}

  /**
   * Reads on.
   *
   * @param complete whether the file is known to be complete, so that what is unfinished at its end
   *     stays so
   */
  Step next(boolean complete) throws IOException {
    Optional<Line> line = nextFilled();
    if (line.isEmpty()) {
      lines.consume(); // blank lines at the end
      return new AtEnd(false);
    }
    return switch (lineFormat) {
      case JSON_LINES -> jsonLine(line.get(), complete);
      case LISTING -> listingPair(line.get(), complete);
    };
  }

  private Optional<Line> nextFilled() throws IOException {
    Optional<Line> line = lines.next();
    while (line.filter(Line::isBlank).isPresent()) {
      line = lines.next();
    }
    return line;
  }

  private Step jsonLine(Line line, boolean complete) {
    Parsed<SourceRecord> parsed = line.isCut() ? tooLong(line) : text(line).then(this::paper);
    return switch (parsed) {
      case Parsed.Valid<SourceRecord>(SourceRecord paper) -> {
        lines.consume();
        yield new Read(paper);
      }
      case Parsed.Invalid<SourceRecord>(Fault fault, String reason) -> {
        if (mayGrow(line, complete)) {
          yield new AtEnd(true);
        }
        lines.consume();
        yield rejected(line, fault, reason);
      }
    };
  }

  private Parsed<SourceRecord> paper(String json) {
    Parsed<SourceRecord> paper = JsonText.parse(json).then(papers::read);
    return json.startsWith("[") && paper instanceof Parsed.Invalid<SourceRecord>
        ? Parsed.invalid(
            Fault.MALFORMED_JSON, "this begins a JSON array: write one JSON object a line")
        : paper;
  }

  private Step listingPair(Line title, boolean complete) throws IOException {
    if (mayGrow(title, complete)) {
      return new AtEnd(true);
    }
    Optional<Line> text = nextFilled();
    if (text.isEmpty()) {
      return complete ? withoutAbstract(title) : new AtEnd(true);
    }
    if (mayGrow(text.get(), complete)) {
      return new AtEnd(true);
    }
    lines.consume();
    Parsed<SourceRecord> parsed =
        part(title, "title")
            .then(head -> part(text.get(), "abstract").then(body -> papers.read(head, body)));
    return switch (parsed) {
      case Parsed.Valid<SourceRecord>(SourceRecord paper) -> new Read(paper);
      case Parsed.Invalid<SourceRecord>(Fault fault, String reason) ->
          new Rejected(
              new RejectedInput(
                  place(title),
                  fault,
                  reason,
                  joined(title, text.get()),
                  title.size() + 1 + text.get().size()));
    };
  }

  /** Whether the rest of an unfinished line may still come. */
  private static boolean mayGrow(Line line, boolean complete) {
    return !line.finished() && !complete;
  }

  private Step withoutAbstract(Line title) {
    lines.consume();
    return rejected(
        title,
        Fault.ODD_LINES,
        "no abstract follows this title, the last line: titles and abstracts must alternate");
  }

  private static Parsed<String> part(Line line, String what) {
    Parsed<String> text = line.isCut() ? tooLong(line) : text(line);
    return switch (text) {
      case Parsed.Valid<String>(String words) -> Parsed.valid(PlainText.oneLine(words));
      case Parsed.Invalid<String>(Fault fault, String reason) ->
          Parsed.invalid(fault, "in the " + what + ", line " + line.number() + ": " + reason);
    };
  }

  private static Parsed<String> text(Line line) {
    return Utf8.decode(line.bytes().copy(Integer.MAX_VALUE))
        .then(
            text ->
                Parsed.valid(
                    line.number() == 1 && text.startsWith(BOM) ? text.substring(1) : text));
  }

  private static <T> Parsed<T> tooLong(Line line) {
    return Parsed.invalid(
        Fault.TOO_LARGE,
        "the line has "
            + line.size()
            + " bytes, the limit is "
            + line.bytes().length()
            + " (paperwire.ingest.files.max-line-bytes)");
  }

  private Rejected rejected(Line line, Fault fault, String reason) {
    RawBytes kept =
        line.bytes().length() <= RejectedInput.MAX_BYTES
            ? line.bytes()
            : RawBytes.of(line.bytes().copy(RejectedInput.MAX_BYTES));
    return new Rejected(new RejectedInput(place(line), fault, reason, kept, line.size()));
  }

  private Place place(Line line) {
    return new Place(file, line.number());
  }

  private static RawBytes joined(Line title, Line text) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(title.bytes().copy(RejectedInput.MAX_BYTES));
    both.write('\n');
    both.writeBytes(text.bytes().copy(Math.max(0, RejectedInput.MAX_BYTES - both.size())));
    return RawBytes.of(both.toByteArray());
  }
}
