package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

final class BenchFolderTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path named;

  private final StringWriter errors = new StringWriter();
  private final List<Path> used = new ArrayList<>();

  @Test
  void shouldDeleteWhatNobodyNamed() throws IOException, InterruptedException {
    assertThat(folder().use(data -> fill(data, true))).isZero();

    assertThat(used).singleElement().satisfies(data -> assertThat(data).doesNotExist());
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void shouldKeepWhatWasNamed() throws IOException, InterruptedException {
    assertThat(folder("--folder", named.toString()).use(data -> fill(data, true))).isZero();

    assertThat(named.resolve("log")).hasContent("what went on");
    assertThat(errors).hasToString("data and logs are in " + named + System.lineSeparator());
  }

  @Test
  void shouldKeepTheLogsOfWhatWentWrong() throws IOException, InterruptedException {
    BenchFolder folder = folder();

    assertThat(folder.use(data -> fill(data, false))).isEqualTo(1);
    assertThatThrownBy(
            () ->
                folder.use(
                    data -> {
                      fill(data, false);
                      throw new IllegalStateException("no record came");
                    }))
        .hasMessage("no record came");

    assertThat(used).hasSize(2).allSatisfy(data -> assertThat(data.resolve("log")).exists());
    assertThat(errors.toString()).contains(used.get(0).toString(), used.get(1).toString());
    used.forEach(Folders::delete);
  }

  /** What an earlier run has left would be read as what this one did. */
  @Test
  void shouldRefuseAFolderThatIsNotEmpty() throws IOException, InterruptedException {
    BenchFolder folder = folder("--folder", named.toString());
    assertThat(folder.use(data -> fill(data, true))).isZero();

    assertThatThrownBy(() -> folder.use(data -> fill(data, true)))
        .isInstanceOf(CommandFailure.class)
        .hasMessage(named + " is not empty: name another folder, or one that is not there yet");
    assertThat(used).hasSize(1);
  }

  private boolean fill(Path data, boolean good) throws IOException {
    used.add(data);
    Files.writeString(data.resolve("log"), "what went on");
    return good;
  }

  private BenchFolder folder(String... options) {
    Bench bench = new Bench();
    new CommandLine(bench).setErr(new PrintWriter(errors, true)).parseArgs(options);
    return bench.folder;
  }

  @Command
  private static final class Bench {

    @Mixin private BenchFolder folder = new BenchFolder();
  }
}
