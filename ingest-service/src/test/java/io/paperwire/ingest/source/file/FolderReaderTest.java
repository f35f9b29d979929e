package io.paperwire.ingest.source.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.config.FilesConfiguration;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.source.Page;
import io.paperwire.ingest.source.PageReader;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.Positions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as they lie about: alike, from other clocks, with reports that somebody has edited. */
final class FolderReaderTest {

  private static final Duration SETTLE = Duration.ofMillis(500);

  @TempDir private Path folder;

  private Instant now = Instant.parse("2026-01-31T12:00:00Z");
  private final Map<String, Position> committed = new HashMap<>();

  private PageReader open() throws IOException {
    FilesConfiguration configuration =
        new FilesConfiguration(folder, "rejected", SETTLE, Duration.ofSeconds(5), 2, 100_000);
    return new FileSource(configuration, PaperLimits.STANDARD, () -> now)
        .open(new Positions(committed));
  }

  /** The papers and the places of what is none, as a service reads them that has just started. */
  private List<String> readAll() throws IOException, InterruptedException {
    try (PageReader reader = open()) {
      return readOn(reader);
    }
  }

  private List<String> readOn(PageReader reader) throws IOException, InterruptedException {
    List<String> read = new ArrayList<>();
    for (Optional<Page> page = reader.next(Duration.ZERO);
        page.isPresent();
        page = reader.next(Duration.ZERO)) {
      page.get().records().forEach(record -> read.add(record.paperId().value()));
      page.get().rejects().forEach(reject -> read.add(reject.place().toString()));
      committed.putAll(page.get().advances());
    }
    return read;
  }

  private Path write(String name, String... lines) throws IOException {
    Path file = Files.write(folder.resolve(name), List.of(lines));
    Files.setLastModifiedTime(file, FileTime.from(now));
    now = now.plusSeconds(1);
    return file;
  }

  private static String paper(String id) {
    return "{\"id\":\"" + id + "\",\"title\":\"Title of " + id + "\"}";
  }

  @Test
  void shouldRememberEachOfFilesThatBeginAlike() throws Exception {
    write("january.jsonl", paper("s:1"), paper("s:2"), paper("s:3"));
    write("february.jsonl", paper("s:1"), paper("s:2"), paper("s:4"));
    assertThat(readAll()).containsExactly("s:1", "s:2", "s:3", "s:1", "s:2", "s:4");
    assertThat(readAll()).isEmpty();
  }

  @Test
  void shouldRememberAFileAndACopyThatGrew() throws Exception {
    write("p.jsonl", paper("s:1"), paper("s:2"));
    write("q.jsonl", paper("s:1"), paper("s:2"), paper("s:3"));
    assertThat(readAll()).containsExactly("s:1", "s:2", "s:3");
    assertThat(readAll()).isEmpty();
    write("q.jsonl", paper("s:1"), paper("s:2"), paper("s:3"), paper("s:4"));
    assertThat(readAll()).containsExactly("s:4");
    assertThat(readAll()).isEmpty();
  }

  /** Many files are ready at once, and the last of them is read long after it was looked at. */
  @Test
  void shouldLeaveAFileAloneThatGrowsBeforeItsTurn() throws Exception {
    write("p.jsonl", paper("s:1"));
    Path second = write("q.jsonl", paper("s:2"));
    now = now.plusSeconds(10);
    try (PageReader reader = open()) {
      assertThat(reader.next(Duration.ZERO).orElseThrow().records()).hasSize(1);
      append(second, "{\"id\":\"s:3\",");
      assertThat(readOn(reader)).isEmpty();
      now = now.plus(SETTLE);
      assertThat(readOn(reader)).containsExactly("s:2");
      append(second, "\"title\":\"T\"}\n");
      now = now.plus(SETTLE);
      assertThat(readOn(reader)).containsExactly("s:3");
    }
  }

  private void append(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.APPEND);
    Files.setLastModifiedTime(file, FileTime.from(now));
  }

  @Test
  void shouldReadAFileThatWasWrittenByAClockThatIsAhead() throws Exception {
    Path file = write("p.jsonl", paper("s:1"), paper("s:2").replace("}", ""));
    Files.setLastModifiedTime(file, FileTime.from(now.plus(Duration.ofHours(5))));
    try (PageReader reader = open()) {
      assertThat(readOn(reader)).isEmpty();
      now = now.plus(SETTLE);
      assertThat(readOn(reader)).containsExactly("s:1", "p.jsonl line 2");
      now = now.plus(Duration.ofHours(6));
      assertThat(readOn(reader)).isEmpty();
      append(file, paper("s:3") + "\n");
      now = now.plus(SETTLE);
      assertThat(readOn(reader)).containsExactly("s:3");
    }
  }

  @Test
  void shouldReadAFileWhoseReportWasCutOff() throws Exception {
    Path file = write("p.jsonl", "oops", paper("s:1"));
    assertThat(readAll()).containsExactly("s:1", "p.jsonl line 1");
    Path report = folder.resolve("rejected/p.jsonl.rejected.jsonl");
    Files.writeString(report, Files.readString(report) + "{\"li");
    append(file, "again\n");
    now = now.plus(SETTLE);
    assertThat(readAll()).containsExactly("p.jsonl line 3");
    assertThat(Files.readAllLines(report, UTF_8))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("{\"line\":1,"),
            cut -> assertThat(cut).isEqualTo("{\"li"),
            last -> assertThat(last).startsWith("{\"line\":3,"));
  }
}
