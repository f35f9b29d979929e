package io.paperwire.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.embedded.EmbeddedException;
import io.paperwire.embedded.EmbeddedException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderLockTest {

  @TempDir private Path folder;

  @Test
  void shouldKeepAFolderToOneAtATime() {
    Path data = folder.resolve("data");
    try (FolderLock first = FolderLock.take(data)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> FolderLock.take(data))
          .isInstanceOfSatisfying(
              EmbeddedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FOLDER_IN_USE))
          .hasMessage("the data folder " + data + " is in use by another running Paperwire");
    }
    FolderLock.take(data).close();
  }

  @Test
  void shouldSayThatAFolderCannotBeMade() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> FolderLock.take(file.resolve("data")))
        .isInstanceOfSatisfying(
            EmbeddedException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.FOLDER_NOT_WRITABLE))
        .hasMessage("the data folder " + file.resolve("data") + " cannot be written");
  }
}
