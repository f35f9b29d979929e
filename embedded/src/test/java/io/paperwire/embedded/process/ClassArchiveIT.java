package io.paperwire.embedded.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassArchiveIT {

  private static final String SHARED = Greeter.class.getName() + " source: shared objects file";

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private JavaProgram program;

  @BeforeEach
  void packProgram() throws IOException {
    program = new JavaProgram(jar("greeter.jar"), List.of("-Xlog:class+load"), List.of(), true);
  }

  @Test
  void shouldGiveTheNextRunTheClassesOfTheFirst() throws Exception {
    assertThat(runToTheEnd()).contains(Greeter.WORD).doesNotContain(SHARED);
    assertThat(runToTheEnd()).contains(Greeter.WORD).contains(SHARED);
  }

  @Test
  void shouldUseWhatARunBeforeLeftAndLeaveNothingWhereNoneIsToFollow() throws Exception {
    JavaProgram last = new JavaProgram(program.jar(), program.options(), List.of(), false);

    assertThat(runToTheEnd(last)).doesNotContain(SHARED);
    assertThat(runToTheEnd(last)).doesNotContain(SHARED);
    runToTheEnd();
    assertThat(runToTheEnd(last)).contains(Greeter.WORD).contains(SHARED);
  }

  @Test
  void shouldNotUseWhatAnotherVersionLeft() throws Exception {
    runToTheEnd();
    Files.setLastModifiedTime(program.jar(), FileTime.fromMillis(0));

    assertThat(runToTheEnd()).contains(Greeter.WORD).doesNotContain(SHARED);
    assertThat(runToTheEnd()).contains(SHARED);
  }

  @Test
  void shouldStartWithoutAnArchiveThatIsDamaged() throws Exception {
    runToTheEnd();
    Path archive = archives().getFirst();
    byte[] whole = Files.readAllBytes(archive);

    for (byte[] damaged :
        List.of(
            new byte[0],
            "no archive".getBytes(UTF_8),
            Arrays.copyOf(whole, 4_096),
            Arrays.copyOf(whole, whole.length / 2),
            Arrays.copyOf(new byte[0], whole.length))) {
      Files.delete(archive);
      Files.write(archive, damaged);

      assertThat(runToTheEnd()).contains(Greeter.WORD);
    }
  }

  @Test
  void shouldLeaveOneArchiveOfSeveralRunsAtOnceAndNoneOfARunThatDidNotWork() throws Exception {
    ClassArchive first = archive(program);
    ClassArchive second = archive(program);
    write(first);
    assertThat(second.options()).isEmpty();
    second.end(true);
    first.end(false);
    assertThat(archives()).isEmpty();

    leave(program);
    assertThat(archives()).hasSize(1);
  }

  @Test
  void shouldNotWaitForAProcessThatIsGone() throws Exception {
    leave(program);
    Path archive = archives().getFirst();
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    String name = archive.getFileName().toString().replace(".jsa", "." + gone.pid() + ".part");
    Files.move(archive, archive.resolveSibling(name));

    leave(program);

    assertThat(archives()).containsExactly(archive);
  }

  @Test
  void shouldKeepTwoArchivesOfAProgramAndThoseOfOthers() throws Exception {
    for (String jar : List.of("other.jar", "greeter.jar")) {
      for (int version = 1; version <= 3; version++) {
        leave(new JavaProgram(jar(jar), List.of("-Dversion=" + version), List.of(), true));
      }
    }

    assertThat(archives()).hasSize(4);
  }

  @Test
  void shouldStartWithoutAnArchiveWhereNoneCanBeWritten() throws Exception {
    Files.writeString(folder.resolve("archives"), "a file");

    assertThat(runToTheEnd()).contains(Greeter.WORD);
  }

  private ClassArchive archive(JavaProgram run) {
    return ClassArchive.in(folder.resolve("archives"), run);
  }

  /** Does with the files what a run does that leaves an archive. */
  private void leave(JavaProgram run) throws IOException {
    ClassArchive archive = archive(run);
    write(archive);
    archive.end(true);
  }

  private static void write(ClassArchive archive) throws IOException {
    String option = archive.options().getFirst();
    Files.writeString(Path.of(option.substring(option.indexOf('=') + 1)), "an archive");
  }

  private String runToTheEnd() throws IOException, InterruptedException {
    return runToTheEnd(program);
  }

  private String runToTheEnd(JavaProgram run) throws IOException, InterruptedException {
    ClassArchive archive = archive(run);
    String said = run(archive);
    archive.end(true);
    return said;
  }

  private String run(ClassArchive archive) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(program.command(archive)).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private List<Path> archives() throws IOException {
    try (var files = Files.list(folder.resolve("archives"))) {
      return files.toList();
    }
  }

  private Path jar(String name) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Greeter.class.getName());
    String type = Greeter.class.getName().replace('.', '/') + ".class";
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream in =
            Objects.requireNonNull(Greeter.class.getClassLoader().getResourceAsStream(type))) {
      out.putNextEntry(new JarEntry(type));
      in.transferTo(out);
    }
    return jar;
  }
}
