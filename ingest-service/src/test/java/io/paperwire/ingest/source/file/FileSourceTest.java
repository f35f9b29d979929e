package io.paperwire.ingest.source.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.paperwire.ingest.config.FilesConfiguration;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.freshness.Freshness;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.source.Page;
import io.paperwire.ingest.source.PageReader;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.Positions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileSourceTest {

  private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
  private static final Duration SETTLE = Duration.ofMillis(500);
  private static final Duration UNFINISHED = Duration.ofSeconds(5);
  private static final PaperLimits LIMITS = new PaperLimits(1000, 50_000, 100, 100, 50);

  @TempDir private Path folder;

  private Instant now = START;
  private final Map<String, Position> committed = new HashMap<>();

  /** What came of reading until nothing more came. */
  private record Outcome(List<String> papers, List<RejectedInput> rejects, List<String> pages) {}

  private FileSource source() {
    return source(2, 100_000);
  }

  private FileSource source(int pageLines, int maxLineBytes) {
    return new FileSource(
        new FilesConfiguration(folder, "rejected", SETTLE, UNFINISHED, pageLines, maxLineBytes),
        LIMITS,
        () -> now);
  }

  private Outcome readAll() throws IOException, InterruptedException {
    return readAll(source());
  }

  private Outcome readAll(FileSource source) throws IOException, InterruptedException {
    Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try (PageReader reader = source.open(new Positions(committed))) {
      readOn(reader, outcome);
    }
    return outcome;
  }

  private void readOn(PageReader reader, Outcome outcome) throws IOException, InterruptedException {
    for (Optional<Page> page = reader.next(Duration.ZERO);
        page.isPresent();
        page = reader.next(Duration.ZERO)) {
      page.get().records().forEach(record -> outcome.papers().add(record.paperId().value()));
      outcome.rejects().addAll(page.get().rejects());
      outcome.pages().add(page.get().description());
      committed.putAll(page.get().advances());
    }
  }

  private Path write(String name, String content) throws IOException {
    return write(name, content.getBytes(UTF_8));
  }

  private Path write(String name, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    Files.setLastModifiedTime(file, FileTime.from(now));
    now = now.plusSeconds(1);
    return file;
  }

  private static String paper(String id) {
    return "{\"id\":\"" + id + "\",\"title\":\"Title of " + id + "\"}\n";
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  private List<String> reasons(List<RejectedInput> rejects) {
    return rejects.stream().map(r -> r.place() + ": " + r.reason()).toList();
  }

  @Test
  void shouldReadPageByPage() throws Exception {
    write("p.jsonl", paper("s:1") + "\n" + paper("s:2") + paper("s:3"));
    Outcome outcome = readAll();
    assertThat(outcome.papers()).containsExactly("s:1", "s:2", "s:3");
    assertThat(outcome.pages()).containsExactly("p.jsonl lines 1-3", "p.jsonl lines 4-4");
  }

  @Test
  void shouldReadNothingTwice() throws Exception {
    String content = paper("s:1") + paper("s:2") + paper("s:3");
    write("p.jsonl", content);
    assertThat(readAll().papers()).hasSize(3);
    assertThat(readAll().pages()).isEmpty();
    Path copy = write("copy.jsonl", content);
    assertThat(readAll().pages()).isEmpty();
    Files.move(copy, folder.resolve("renamed.jsonl"));
    write("packed.jsonl.gz", gzip(content.getBytes(UTF_8)));
    assertThat(readAll().pages()).isEmpty();
  }

  @Test
  void shouldGoOnWhereACrashLeftIt() throws Exception {
    write("p.jsonl", paper("s:1") + paper("s:2") + paper("s:3") + paper("s:4") + paper("s:5"));
    try (PageReader reader = source().open(Positions.none())) {
      committed.putAll(reader.next(Duration.ZERO).orElseThrow().advances());
      assertThat(reader.next(Duration.ZERO).orElseThrow().records()).hasSize(2); // not committed
    }
    assertThat(readAll().papers()).containsExactly("s:3", "s:4", "s:5");
  }

  @Test
  void shouldReadOnlyWhatWasAppended() throws Exception {
    Path file = write("p.jsonl", paper("s:1"));
    FileSource source = source();
    Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try (PageReader reader = source.open(Positions.none())) {
      readOn(reader, outcome);
      Files.writeString(file, paper("s:1") + paper("s:2"));
      Files.setLastModifiedTime(file, FileTime.from(now));
      now = now.plusSeconds(1);
      readOn(reader, outcome);
    }
    assertThat(outcome.papers()).containsExactly("s:1", "s:2");
    assertThat(outcome.pages()).containsExactly("p.jsonl lines 1-1", "p.jsonl lines 2-2");
  }

  @Test
  void shouldReadAReplacedFileFromItsStart() throws Exception {
    write("p.jsonl", paper("s:1") + paper("s:2"));
    readAll();
    write("p.jsonl", paper("s:3") + paper("s:2"));
    assertThat(readAll().papers()).containsExactly("s:3", "s:2");
  }

  @Test
  void shouldWaitUntilAFileIsLeftAlone() throws Exception {
    write("p.jsonl", paper("s:1"));
    now = START.plusMillis(499);
    assertThat(readAll().papers()).isEmpty();
    now = START.plusMillis(500);
    assertThat(readAll().papers()).containsExactly("s:1");
  }

  @Test
  void shouldLeaveUnfinishedNamesAlone() throws Exception {
    for (String name : List.of(".p.jsonl", "p.jsonl.part", "p.tmp", "p~", "x.rejected.jsonl")) {
      write(name, paper("s:1"));
    }
    Files.createDirectory(folder.resolve("sub.jsonl"));
    assertThat(readAll().pages()).isEmpty();
  }

  @Test
  void shouldReadListings() throws Exception {
    write(
        "list.txt", "\uFEFFFirst Title\r\nFirst abstract.\r\n\r\nSecond title\n\n\nSecond one.\n");
    Outcome outcome = readAll();
    assertThat(outcome.papers()).containsExactly("file:first-title", "file:second-title");
    assertThat(outcome.rejects()).isEmpty();
  }

  @Test
  void shouldReportATitleWithoutAbstractOnceTheFileIsComplete() throws Exception {
    write("list.txt", "A\nb\nC\n");
    Outcome early = readAll();
    assertThat(early.papers()).containsExactly("file:a");
    assertThat(early.rejects()).isEmpty();
    now = START.plusSeconds(5);
    assertThat(reasons(readAll().rejects()))
        .containsExactly(
            "list.txt line 3: no abstract follows this title, the last line: titles and abstracts"
                + " must alternate");
  }

  @Test
  void shouldLeaveAnUnfinishedLineUntilItIsFinished() throws Exception {
    Path file = write("p.jsonl", paper("s:1") + "{\"id\":\"s:2\",\"ti");
    Outcome outcome = readAll();
    assertThat(outcome.papers()).containsExactly("s:1");
    assertThat(outcome.rejects()).isEmpty();
    Files.writeString(file, paper("s:1") + paper("s:2"));
    Files.setLastModifiedTime(file, FileTime.from(now));
    now = now.plusSeconds(1);
    assertThat(readAll().papers()).containsExactly("s:2");
  }

  @Test
  void shouldTakeALastLineWithoutLineEnd() throws Exception {
    write("p.jsonl", paper("s:1") + paper("s:2").strip());
    assertThat(readAll().papers()).containsExactly("s:1", "s:2");
    write("list.txt", "A\nb");
    assertThat(readAll().papers()).isEmpty();
    now = now.plusSeconds(5);
    assertThat(readAll().papers()).containsExactly("file:a");
  }

  @Test
  void shouldRejectLineByLineAndReadTheRest() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(paper("s:1").getBytes(UTF_8));
    bytes.writeBytes("oops\n".getBytes(UTF_8));
    bytes.writeBytes("{\"id\":\"s:3\",\"titel\":\"T\",\"title\":\"T\"}\n".getBytes(UTF_8));
    bytes.writeBytes("{\"id\":\"s:4\",\"title\":\"é\"}\n".getBytes(ISO_8859_1));
    bytes.writeBytes("{\"id\":\"s:5\",\"title\":\"\"}\n".getBytes(UTF_8));
    String big = "{\"id\":\"s:6\",\"title\":\"T\",\"abstract\":\"" + "x".repeat(60_000) + "\"}\n";
    bytes.writeBytes(big.getBytes(UTF_8));
    String huge = "{\"id\":\"s:7\",\"title\":\"T\",\"abstract\":\"" + "x".repeat(200_000) + "\"}\n";
    bytes.writeBytes(huge.getBytes(UTF_8));
    bytes.writeBytes(paper("s:8").getBytes(UTF_8));
    write("p.jsonl", bytes.toByteArray());
    Outcome outcome = readAll();
    assertThat(outcome.papers()).containsExactly("s:1", "s:8");
    assertThat(outcome.rejects().stream().map(RejectedInput::fault))
        .containsExactly(
            Fault.MALFORMED_JSON,
            Fault.UNKNOWN_FIELD,
            Fault.INVALID_UTF8,
            Fault.WRONG_VALUE,
            Fault.TOO_LARGE,
            Fault.TOO_LARGE);
    assertThat(reasons(outcome.rejects()).subList(1, 6))
        .containsExactly(
            "p.jsonl line 3: unknown field 'titel': did you mean 'title'?",
            "p.jsonl line 4: byte 22 (0xE9) is no UTF-8: save the text as UTF-8",
            "p.jsonl line 5: 'title' is empty",
            "p.jsonl line 6: 'abstract' has 60000 characters, the limit is 50000",
            "p.jsonl line 7: the line has "
                + (huge.length() - 1)
                + " bytes, the limit is 100000 (paperwire.ingest.files.max-line-bytes)");
    assertThat(outcome.rejects().get(2).raw().copy(100))
        .isEqualTo("{\"id\":\"s:4\",\"title\":\"é\"}".getBytes(ISO_8859_1));
    assertThat(readAll().pages()).isEmpty(); // the position counts every byte of the huge line
  }

  @Test
  void shouldEndAPageThatHasBecomeLarge() throws Exception {
    write("p.jsonl", paper("s:1") + ("x".repeat(1024 * 1024) + "\n").repeat(20) + paper("s:2"));
    Outcome outcome = readAll(source(500, 16 * 1024 * 1024));
    assertThat(outcome.papers()).containsExactly("s:1", "s:2");
    assertThat(outcome.pages())
        .containsExactly("p.jsonl lines 1-9", "p.jsonl lines 10-17", "p.jsonl lines 18-22");
    assertThat(outcome.rejects())
        .hasSize(20)
        .extracting(reject -> reject.raw().length(), RejectedInput::size)
        .containsOnly(tuple(900_000, 1024L * 1024));
    assertThat(readAll().pages()).isEmpty();
  }

  @Test
  void shouldKeepTheBeginningOfALargeRejectedPair() throws Exception {
    write("list.txt", "A title\n" + "x".repeat(2_000_000) + "\nB title\nb\n");
    Outcome outcome = readAll(source(2, 16 * 1024 * 1024));
    assertThat(outcome.papers()).containsExactly("file:b-title");
    assertThat(outcome.rejects())
        .extracting(reject -> reject.raw().length(), RejectedInput::size)
        .containsExactly(tuple(900_000, 2_000_008L));
  }

  @Test
  void shouldReadOverManyBlankLines() throws Exception {
    String blank = "\n".repeat(300_000);
    write("list.txt", blank + "A title" + blank + "An abstract." + blank + "\r\n");
    assertThat(readAll().papers()).containsExactly("file:a-title");
    write("more.txt", blank + "A title" + blank + "An abstract." + blank + "\r\nB\nb\n");
    Outcome outcome = readAll();
    assertThat(outcome.papers()).containsExactly("file:b");
    assertThat(outcome.pages()).hasSize(1);
  }

  @Test
  void shouldLeaveALineThatIsTooLongUntilItIsFinished() throws Exception {
    Path file = write("p.jsonl", paper("s:1") + "x".repeat(150_000));
    assertThat(readAll().rejects()).isEmpty();
    Files.writeString(file, "x".repeat(50_000) + "\n" + paper("s:2"), StandardOpenOption.APPEND);
    Files.setLastModifiedTime(file, FileTime.from(now));
    now = now.plusSeconds(1);
    Outcome outcome = readAll();
    assertThat(outcome.papers()).containsExactly("s:2");
    assertThat(outcome.rejects()).hasSize(1);
    assertThat(outcome.rejects().getFirst().size()).isEqualTo(200_000);
  }

  /** What is known of one file is looked for in every other, up to its length. */
  @Test
  void shouldRecogniseAFileAmongLongerOnes() throws Exception {
    write("long.jsonl", paper("s:1") + paper("s:2") + paper("s:3") + paper("s:4"));
    write("short.jsonl", paper("s:5") + paper("s:6"));
    readAll();
    write("short.jsonl", paper("s:5") + paper("s:6") + paper("s:7") + paper("s:8") + paper("s:9"));
    assertThat(readAll().papers()).containsExactly("s:7", "s:8", "s:9");
    write("other.jsonl", paper("t:5") + paper("t:6"));
    assertThat(readAll().papers()).containsExactly("t:5", "t:6");
  }

  @Test
  void shouldWriteAReportOfRejectedLinesOnce() throws Exception {
    write("p.jsonl", "oops\n" + paper("s:2") + paper("s:3") + "oops again\n");
    try (PageReader reader = source().open(Positions.none())) {
      assertThat(reader.next(Duration.ZERO)).isPresent(); // not committed, and so read again
    }
    readAll();
    List<String> report =
        Files.readAllLines(folder.resolve("rejected").resolve("p.jsonl.rejected.jsonl"));
    assertThat(report).hasSize(2);
    assertThat(report.getFirst())
        .startsWith("{\"line\":1,\"fault\":\"malformed-json\",\"reason\":\"no JSON at column")
        .endsWith("\"bytes\":4,\"raw\":\"oops\"}");
    assertThat(report.getLast()).startsWith("{\"line\":4,");
  }

  @Test
  void shouldExplainJsonArrays() throws Exception {
    write("p.json", "[\n" + paper("s:1") + "]\n");
    Outcome outcome = readAll();
    assertThat(outcome.papers()).containsExactly("s:1");
    assertThat(reasons(outcome.rejects()).getFirst())
        .isEqualTo("p.json line 1: this begins a JSON array: write one JSON object a line");
  }

  @Test
  void shouldReadADamagedArchiveUpToTheDamage() throws Exception {
    StringBuilder content = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      content.append(paper("s:" + Integer.toHexString(i * 0x9E3779B9)));
    }
    byte[] whole = gzip(content.toString().getBytes(UTF_8));
    write("p.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));
    FileSource source = source();
    Outcome outcome = readAll(source);
    assertThat(outcome.papers()).hasSizeBetween(5_000, 15_000);
    assertThat(outcome.rejects()).isEmpty();
    assertThat(source.condition().freshness()).isEqualTo(Freshness.BROKEN);
    assertThat(source.condition().reason())
        .startsWith("p.jsonl.gz nothing can be read from line " + (outcome.papers().size() + 1));
  }

  @Test
  void shouldForgetTheTroubleOfAFileThatIsTakenAway() throws Exception {
    byte[] whole = gzip(paper("s:1").getBytes(UTF_8));
    Path file = write("p.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));
    FileSource source = source();
    readAll(source);
    assertThat(source.condition().freshness()).isEqualTo(Freshness.BROKEN);
    Files.delete(file);
    readAll(source);
    assertThat(source.condition().freshness()).isEqualTo(Freshness.QUIET);
  }

  @Test
  void shouldNotTakeAnInterruptForDamage() throws Exception {
    write("p.jsonl", paper("s:1"));
    try (PageReader reader = source().open(Positions.none())) {
      Thread.currentThread().interrupt();
      assertThat(reader.next(Duration.ZERO).orElseThrow().records()).hasSize(1);
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(folder.resolve("rejected")).doesNotExist();
  }

  @Test
  void shouldBeQuietWhenAllIsRead() throws Exception {
    FileSource source = source();
    readAll(source);
    assertThat(source.condition().freshness()).isEqualTo(Freshness.QUIET);
    assertThat(source.condition().parts()).containsEntry("folder", folder.toString());
  }
}
