package io.paperwire.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BoundedLogTest {

  private static final long MOST = 10;

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private Path file;

  @SuppressWarnings("NullAway.Init") // set before each test
  private BoundedLog log;

  @BeforeEach
  void nameLog() {
    file = folder.resolve("service.log");
    log = new BoundedLog(file, MOST, 2);
  }

  @Test
  void shouldLeaveALogThatIsSmallOrNotThereYet() throws Exception {
    log.bound();
    assertThat(file).doesNotExist();

    Files.writeString(file, "ten bytes\n");
    log.bound();

    assertThat(names()).containsExactly("service.log");
  }

  @Test
  void shouldKeepAFewOfWhatWasWrittenBefore() throws Exception {
    for (String text : List.of("the first text", "the second", "the third text", "the fourth")) {
      Files.writeString(file, text + "\n");
      log.bound();
    }

    assertThat(names()).containsExactly("service.log", "service.log.1", "service.log.2");
    assertThat(file).isEmptyFile();
    assertThat(folder.resolve("service.log.1")).hasContent("the fourth");
    assertThat(folder.resolve("service.log.2")).hasContent("the third text");
  }

  /** It has the file open, and does not know of anything. */
  @Test
  void shouldHaveTheProcessWriteOnAtTheBeginningOfTheFile() throws Exception {
    Process cat =
        new ProcessBuilder("cat").redirectOutput(Redirect.appendTo(file.toFile())).start();
    try (Writer text = cat.outputWriter()) {
      text.write("before it was full\n");
      text.flush();
      await().until(() -> Files.size(file) > MOST);
      log.bound();
      text.write("after\n");
    }

    assertThat(cat.waitFor()).isZero();
    assertThat(Files.readString(file)).isEqualTo("after\n");
    assertThat(folder.resolve("service.log.1")).hasContent("before it was full");
  }

  @Test
  void shouldLeaveTheLogWholeWhereItCannotBePutAside() throws Exception {
    Files.writeString(file, "a text that is too long");
    Path inTheWay = Files.createDirectories(folder.resolve("service.log.part/there"));

    assertThatThrownBy(log::bound).isInstanceOf(IOException.class);
    assertThat(file).hasContent("a text that is too long");

    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    log.bound();
    assertThat(file).isEmptyFile();
  }

  @Test
  void shouldBoundWhatAChildPrints() throws Exception {
    Path printed = folder.resolve("printed.log");
    JavaProgram program = new JavaProgram(jar(Chatterbox.class), List.of(), List.of(), false);

    try (ChildProcess _ = ChildProcess.start("chatterbox", program, Map.of(), printed)) {
      await().until(() -> Files.exists(folder.resolve("printed.log.1")));
      await().until(() -> Files.size(printed) < Chatterbox.BYTES);
    }

    assertThat(Files.size(folder.resolve("printed.log.1"))).isGreaterThan(10 << 20);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private Path jar(Class<?> main) throws Exception {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            main.getProtectionDomain().getCodeSource().getLocation().toString());
    Path jar = folder.resolve("program.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }
}
