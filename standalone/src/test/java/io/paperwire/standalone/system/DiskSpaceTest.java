package io.paperwire.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.paperwire.embedded.EmbeddedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskSpaceTest {

  @TempDir private Path folder;

  @Test
  void shouldMakeTheFolderWhereThereIsRoom() {
    Path data = folder.resolve("deep").resolve("data");

    assertThatCode(() -> DiskSpace.require(data, 1)).doesNotThrowAnyException();
    assertThat(data).isDirectory();
  }

  @Test
  void shouldSayHowMuchIsMissing() {
    assertThatExceptionOfType(EmbeddedException.class)
        .isThrownBy(() -> DiskSpace.require(folder, Long.MAX_VALUE))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(EmbeddedException.Reason.NO_SPACE))
        .withMessageMatching(
            "the disk that holds .* has \\d+ MiB left, and at least 8796093022207 MiB are needed");
  }

  @Test
  void shouldSayThatTheFolderCannotBeMade() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatExceptionOfType(EmbeddedException.class)
        .isThrownBy(() -> DiskSpace.require(file.resolve("data"), 1))
        .withMessage("the folder " + file.resolve("data") + " cannot be made");
  }
}
