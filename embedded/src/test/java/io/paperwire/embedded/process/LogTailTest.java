package io.paperwire.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogTailTest {

  @TempDir private Path folder;

  @Test
  void shouldShowTheLastLines() throws Exception {
    Path log = folder.resolve("broker.out");
    Files.writeString(log, "old\n".repeat(100_000) + "1\n2\n3\n4\n5\n6\n7\n8\n");

    assertThat(LogTail.of(log))
        .isEqualTo("Its log " + log + " ends:\n  1\n  2\n  3\n  4\n  5\n  6\n  7\n  8");
  }

  @Test
  void shouldShowBytesThatAreNoUtf8() throws Exception {
    Path log = folder.resolve("broker.out");
    Files.write(log, "père\nfin\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(LogTail.of(log)).isEqualTo("Its log " + log + " ends:\n  p\uFFFDre\n  fin");
  }

  @Test
  void shouldNameALogThatCannotBeRead() {
    assertThat(LogTail.of(folder.resolve("none")))
        .isEqualTo("Its log is " + folder.resolve("none"));
  }
}
