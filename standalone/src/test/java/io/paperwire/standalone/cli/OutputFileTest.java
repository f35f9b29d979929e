package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputFileTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path folder;

  @Test
  void shouldLeaveTheOldFileAsItWasUntilTheNewOneIsWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("learnt"), "old");

    assertThatThrownBy(
            () ->
                OutputFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      assertThat(file).hasContent("old");
                      throw new IOException("No space left on device");
                    }))
        .hasMessage("No space left on device");

    assertThat(file).hasContent("old");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void shouldReplaceTheFileThatALinkLeadsTo() throws IOException {
    Path file = Files.writeString(folder.resolve("learnt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    OutputFile.requireWritable(link);
    OutputFile.write(link, out -> out.write('x'));

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("x");
    assertThat(files()).containsExactly(file, link);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
