package io.paperwire.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogTailTest {

  @TempDir private Path folder;

  @Test
  void shouldShowTheLastLines() throws Exception {
    Path log = folder.resolve("broker.out");
    Files.writeString(log, "old\n".repeat(100_000) + "1\n2\n3\n4\n5\n6\n7\n8\n");

    assertThat(LogTail.of(log, 0))
        .isEqualTo("Its log " + log + " ends:\n  1\n  2\n  3\n  4\n  5\n  6\n  7\n  8");
  }

  @Test
  void shouldShowNothingOfEarlierProcesses() throws Exception {
    Path log = folder.resolve("broker.out");
    Files.writeString(log, "earlier\n");
    long since = Files.size(log);

    assertThat(LogTail.of(log, since)).isEqualTo("It has written nothing to its log " + log);

    Files.writeString(log, "now\n", StandardOpenOption.APPEND);
    assertThat(LogTail.of(log, since)).isEqualTo("Its log " + log + " ends:\n  now");
  }

  @Test
  void shouldShowTheEndOfALogThatWasPutAsideMeanwhile() throws Exception {
    Path log = folder.resolve("broker.out");
    Files.writeString(log, "now\n");

    assertThat(LogTail.of(log, 1_000)).isEqualTo("Its log " + log + " ends:\n  now");
  }

  @Test
  void shouldShowBytesThatAreNoUtf8() throws Exception {
    Path log = folder.resolve("broker.out");
    Files.write(log, "père\nfin\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(LogTail.of(log, 0)).isEqualTo("Its log " + log + " ends:\n  p\uFFFDre\n  fin");
  }

  @Test
  void shouldNameALogThatCannotBeRead() {
    assertThat(LogTail.of(folder.resolve("none"), 0))
        .isEqualTo("Its log is " + folder.resolve("none"));
  }
}
