package io.paperwire.embedded.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The classes of a program as its JVM had them in memory, parsed and linked, in a file (an archive
 * of class-data sharing): a JVM that has them starts with about two thirds of the work. A program's
 * first run leaves an archive and later ones use it, until the program changes. Without one, and
 * with one that the JVM refuses, a program starts as ever.
 */
final class ClassArchive {

  private static final Path FOLDER = UserCache.folder().resolve("classes");
  private static final String ENDING = ".jsa";
  private static final String UNFINISHED = ".part";

  /** An archive that is being made, and the process whose child makes it. */
  private static final Pattern BEGUN = Pattern.compile("(.+)\\.(\\d{1,18})\\.part");

  /** Of each program, for copies of it in other folders; an archive has 50 to 90 MB. */
  private static final int KEPT = 2;

  /** What a run does with the archive. */
  private enum Use {
    TAKE,
    LEAVE,
    NONE
  }

  private final String program;
  private final Path file;
  private final Path unfinished;
  private final Use use;

  private ClassArchive(Path folder, String program, String version, boolean later) {
    this.program = program;
    this.file = folder.resolve(program + "-" + version + ENDING);
    this.unfinished =
        folder.resolve(program + "-" + version + "." + ProcessHandle.current().pid() + UNFINISHED);
    this.use = Files.isReadable(file) ? Use.TAKE : later && claim() ? Use.LEAVE : Use.NONE;
  }

  /** The archive of a program, for one run of it. */
  static ClassArchive of(JavaProgram program) {
    return in(FOLDER, program);
  }

  /** The archive of a program in a folder of archives. */
  static ClassArchive in(Path folder, JavaProgram program) {
    String jar = program.jar().getFileName().toString();
    return new ClassArchive(folder, jar.replace(".jar", ""), version(program), program.later());
  }

  /** What the JVM is told. */
  List<String> options() {
    return switch (use) {
      case TAKE -> List.of("-XX:SharedArchiveFile=" + file);
      // It would tell of each class that cannot be kept.
      case LEAVE ->
          List.of(
              "-XX:ArchiveClassesAtExit=" + unfinished, "-Xlog:disable", "-Xlog:all=error:stderr");
      case NONE -> List.of();
    };
  }

  /**
   * The run has ended.
   *
   * @param whole whether it came as far as to load what the program needs
   */
  void end(boolean whole) {
    if (use != Use.LEAVE) {
      return;
    }
    try {
      if (whole && Files.size(unfinished) > 0) {
        // In one step: no JVM ever reads an archive that is being written.
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        deleteOlder();
      } else {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      // The next run does without, too.
    }
  }

  /** Of several runs at once, one leaves the archive. */
  private boolean claim() {
    try {
      Files.createDirectories(unfinished.getParent());
      if (isBegun()) {
        return false;
      }
      Files.createFile(unfinished);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether somebody makes it now. Deletes what processes have begun that are gone. */
  private boolean isBegun() throws IOException {
    boolean begun = false;
    for (Path other : files("*" + UNFINISHED)) {
      Matcher name = BEGUN.matcher(other.getFileName().toString());
      if (name.matches()) {
        if (ProcessHandle.of(Long.parseLong(name.group(2))).isEmpty()) {
          Files.deleteIfExists(other);
        } else {
          begun |= file.endsWith(name.group(1) + ENDING);
        }
      }
    }
    return begun;
  }

  /** A JVM that has one of them goes on: the file is gone when the last one lets go of it. */
  private void deleteOlder() throws IOException {
    List<Path> archives = files(program + "-*" + ENDING);
    archives.sort(
        Comparator.comparing((Path archive) -> archive.toFile().lastModified()).reversed());
    for (Path old : archives.subList(Math.min(KEPT, archives.size()), archives.size())) {
      Files.deleteIfExists(old);
    }
  }

  private List<Path> files(String pattern) throws IOException {
    List<Path> found = new ArrayList<>();
    try (var files = Files.newDirectoryStream(file.getParent(), pattern)) {
      files.forEach(found::add);
    }
    return found;
  }

  /** Tells apart all that makes a JVM refuse an archive: itself, its options, the jars. */
  private static String version(JavaProgram program) {
    List<String> facts = new ArrayList<>(program.options());
    facts.add(System.getProperty("java.home") + " " + Runtime.version());
    Stream.concat(Stream.of(program.jar()), besides(program.jar()).stream())
        .map(Path::toFile)
        .forEach(jar -> facts.add(jar + " " + jar.length() + " " + jar.lastModified()));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(String.join("\n", facts).getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The jars that a jar's manifest names. */
  private static List<Path> besides(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      return Optional.ofNullable(file.getManifest()).stream()
          .flatMap(
              manifest ->
                  Stream.ofNullable(
                      manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH)))
          .flatMap(names -> Stream.of(names.split(" ")))
          .map(jar::resolveSibling)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
