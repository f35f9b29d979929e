package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command does if its results cannot be written. */
final class ResultWriterTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path folder;

  private final StringWriter errors = new StringWriter();
  private int failures;

  @Test
  void shouldWriteUtf8() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    assertThat(match(bytes)).isZero();
    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("\"title\":\"Über graphs\"");
  }

  @Test
  void shouldFailIfTheDiskIsFull() throws IOException {
    assertThat(match(failing("No space left on device"))).isEqualTo(1);
    assertThat(errors.toString())
        .isEqualTo(
            "paperwire: the results cannot be written to standard output: No space left on"
                + " device\n");
  }

  @Test
  void shouldEndQuietlyIfNobodyReadsItAnyMore() throws IOException {
    assertThat(match(failing("Broken pipe"))).isEqualTo(1);
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void shouldNotRankForAllIfNobodyReadsIt() throws IOException {
    Path papers = papers();
    Path profiles =
        Files.writeString(
            folder.resolve("profiles"), "{\"id\":\"u\",\"likes\":[\"x:1\"]}\n".repeat(100));

    int code =
        run(
            failing("Broken pipe"),
            "rank",
            "--no-vectors",
            "--profiles",
            profiles.toString(),
            "--papers",
            papers.toString());

    assertThat(code).isEqualTo(1);
    assertThat(failures).isLessThan(5);
  }

  private int match(OutputStream out) throws IOException {
    Path papers = papers();
    Path interests =
        Files.writeString(folder.resolve("interests"), "{\"id\":\"one\",\"phrase\":\"graphs\"}\n");
    return run(out, "match", "--interests", interests.toString(), "--papers", papers.toString());
  }

  private Path papers() throws IOException {
    return Files.writeString(
        folder.resolve("papers"),
        "{\"id\":\"x:1\",\"title\":\"Über graphs\",\"categories\":[\"cs.LG\"]}\n");
  }

  private int run(OutputStream out, String... arguments) {
    return Paperwire.commandLine()
        .setOut(ResultWriter.on(out))
        .setErr(new PrintWriter(errors))
        .execute(arguments);
  }

  private OutputStream failing(String reason) {
    Supplier<IOException> failure =
        () -> {
          failures++;
          return new IOException(reason);
        };
    return new OutputStream() {
      @Override
      public void write(int single) throws IOException {
        throw failure.get();
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        throw failure.get();
      }
    };
  }
}
