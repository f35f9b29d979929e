package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read or kept is told in a line. */
final class UnreadableInputTest {

  private static final String PAPER = "{\"id\":\"x:1\",\"title\":\"Über graphs\"}\n";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @Test
  void shouldSayThatAFileIsCutShort() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(PAPER.repeat(1000).getBytes(StandardCharsets.UTF_8));
    }
    Path papers =
        Files.write(
            folder.resolve("papers.gz"), Arrays.copyOf(bytes.toByteArray(), bytes.size() - 20));

    assertThat(match(papers)).isEqualTo(1);
    assertThat(errors.toString())
        .startsWith("paperwire: cannot read " + papers + " any further than line ")
        .hasLineCount(1);
  }

  @Test
  void shouldSayThatAFolderIsNoFile() throws IOException {
    assertThat(match(folder)).isEqualTo(1);
    assertThat(errors.toString())
        .isEqualTo("paperwire: cannot read " + folder + ": it is a folder; name a file in it\n");
  }

  @Test
  void shouldRejectLinesThatAreNoUtf8() throws IOException {
    Path papers =
        Files.write(
            folder.resolve("papers"), (PAPER + "\n" + PAPER).getBytes(StandardCharsets.ISO_8859_1));
    Files.write(
        papers,
        "{\"id\":\"x:2\",\"title\":\"graphs\"}".getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.APPEND);

    assertThat(match(papers)).isEqualTo(1);
    assertThat(errors.toString().lines())
        .containsExactly(
            papers + " line 1: byte 22 (0xDC) is no UTF-8: save the text as UTF-8",
            papers + " line 3: byte 22 (0xDC) is no UTF-8: save the text as UTF-8");
    assertThat(out.toString()).contains("x:2");
  }

  @Test
  void shouldRejectProfilesThatAreNoUtf8() throws IOException {
    Path papers = Files.writeString(folder.resolve("papers"), PAPER);
    Path profiles =
        Files.write(
            folder.resolve("profiles"),
            "{\"id\":\"Jörg\",\"likes\":[]}".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(
            run(
                "rank",
                "--no-vectors",
                "--profiles",
                profiles.toString(),
                "--papers",
                papers.toString()))
        .isEqualTo(1);
    assertThat(errors.toString().strip())
        .isEqualTo(profiles + " line 1: byte 9 (0xF6) is no UTF-8: save the text as UTF-8");
  }

  @Test
  void shouldTagLinesWhoeverEndsThem() {
    InputStream before = System.in;
    System.setIn(
        new ByteArrayInputStream(
            "{\"id\":\"x:1\",\"title\":\"One\"}\r\n \r\n{\"id\":\"x:2\",\"title\":\"Two\"}"
                .getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(run("tag", "--no-vectors")).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(out.toString().lines()).hasSize(2);
  }

  @Test
  void shouldTagWhatIsCompressed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(PAPER.getBytes(StandardCharsets.UTF_8));
    }
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(bytes.toByteArray()));
    try {
      assertThat(run("tag", "--no-vectors")).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(errors.toString()).isEmpty();
    assertThat(out.toString()).startsWith("{\"id\":\"x:1\",").hasLineCount(1);
  }

  @Test
  void shouldSayThatVectorsCannotBeKept() throws IOException {
    Path papers = Files.writeString(folder.resolve("papers"), PAPER);
    Path profiles = Files.writeString(folder.resolve("profiles"), "{\"id\":\"u\"}\n");

    int code =
        run(
            "rank",
            "--profiles",
            profiles.toString(),
            "--papers",
            papers.toString(),
            "--cache",
            papers.toString());

    assertThat(code).isEqualTo(1);
    assertThat(errors.toString())
        .startsWith("paperwire: vectors cannot be kept in " + papers)
        .hasLineCount(1);
  }

  @Test
  void shouldSayThatAFolderForDataCannotBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(run("up", "--data", file.resolve("data").toString())).isEqualTo(1);
    assertThat(errors.toString())
        .startsWith("paperwire: secrets cannot be kept in the file " + file)
        .doesNotContain("Exception")
        .endsWith("Give 'up' another folder with --data\n")
        .hasLineCount(1);
  }

  private int match(Path papers) throws IOException {
    Path interests =
        Files.writeString(folder.resolve("interests"), "{\"id\":\"one\",\"phrase\":\"graphs\"}\n");
    return run("match", "--interests", interests.toString(), "--papers", papers.toString());
  }

  private int run(String... arguments) {
    return Paperwire.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(errors))
        .execute(arguments);
  }
}
