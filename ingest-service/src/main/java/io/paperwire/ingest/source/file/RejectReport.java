package io.paperwire.ingest.source.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.paperwire.ingest.record.RejectedInput;
import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The report of what was rejected in a file: {@code <name>.rejected.jsonl}, one object a line with
 * {@code line}, {@code fault}, {@code reason}, {@code bytes} (the size) and {@code raw}, or {@code
 * rawBase64} where the bytes are no text. It is written before the page is committed; a line that
 * is read again after a crash is not reported again, since lines only grow.
 */
final class RejectReport {

  private static final JsonFactory JSON = new JsonFactory();

  private final Path report;
  private long lastLine;

  private RejectReport(Path report, long lastLine) {
    this.report = report;
    this.lastLine = lastLine;
  }

  /**
   * The report of a file.
   *
   * @param folder where reports go
   * @param name the file's name
   * @param fromStart whether the file is read from its start, so that an old report is of another
   *     content
   */
  static RejectReport of(Path folder, String name, boolean fromStart) throws IOException {
    Path report = report(folder, name);
    if (fromStart) {
      Files.deleteIfExists(report);
    }
    return new RejectReport(report, lastLine(report));
  }

  /** A report of a file that is added to, whatever it holds. */
  static RejectReport unread(Path folder, String name) {
    return new RejectReport(report(folder, name), 0);
  }

  private static Path report(Path folder, String name) {
    return folder.resolve(name + ".rejected.jsonl");
  }

  /** Adds to the report. */
  void add(List<RejectedInput> rejects) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (RejectedInput reject : rejects) {
      if (reject.place().line() > lastLine) {
        lines.append(json(reject)).append('\n');
        lastLine = reject.place().line();
      }
    }
    if (!lines.isEmpty()) {
      Files.createDirectories(report.toAbsolutePath().getParent());
      try (OutputStream out = new FileOutputStream(report.toFile(), true)) {
        if (isCut()) {
          out.write('\n');
        }
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** Whether the last line has no end, as after a crash. */
  private boolean isCut() throws IOException {
    try (RandomAccessFile written = new RandomAccessFile(report.toFile(), "r")) {
      if (written.length() == 0) {
        return false;
      }
      written.seek(written.length() - 1);
      return written.read() != '\n';
    }
  }

  private static String json(RejectedInput reject) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("line", reject.place().line());
      json.writeStringField("fault", reject.fault().label());
      json.writeStringField("reason", reject.reason());
      json.writeNumberField("bytes", reject.size());
      Optional<String> raw = reject.raw().text();
      if (raw.isPresent()) {
        json.writeStringField("raw", raw.get());
      } else {
        byte[] bytes = reject.raw().copy(Integer.MAX_VALUE);
        json.writeStringField("rawBase64", Base64.getEncoder().encodeToString(bytes));
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  /** The last line that is reported; 0 where there is none. */
  private static long lastLine(Path report) throws IOException {
    if (!Files.exists(report)) {
      return 0;
    }
    long last = 0;
    try (BufferedReader lines =
        new BufferedReader(new FileReader(report.toFile(), StandardCharsets.UTF_8))) {
      for (Optional<String> line = read(lines); line.isPresent(); line = read(lines)) {
        last = Math.max(last, lineOf(line.get()));
      }
    }
    return last;
  }

  private static Optional<String> read(BufferedReader lines) throws IOException {
    return Optional.ofNullable(lines.readLine());
  }

  private static long lineOf(String json) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME && parser.currentName().equals("line")) {
          return parser.nextLongValue(0);
        }
      }
    } catch (JsonProcessingException e) {
      return 0; // was cut off by a crash, or changed by whoever read it
    }
    return 0;
  }
}
