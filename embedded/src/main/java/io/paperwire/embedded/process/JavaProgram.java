package io.paperwire.embedded.process;

import io.paperwire.embedded.EmbeddedException;
import io.paperwire.embedded.EmbeddedException.Reason;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that runs a Java program in a small JVM of its own.
 *
 * @param options options of the JVM, such as its heap
 * @param program the program: {@code -jar FILE}, or {@code -cp PATH CLASS}
 * @param arguments the program's arguments
 * @param postmasterPidFile passed to {@link ParentWatch}; empty where it has nothing else to stop
 */
public record JavaProgram(
    List<String> options, List<String> program, List<String> arguments, String postmasterPidFile) {

  public JavaProgram {
    options = List.copyOf(options);
    program = List.copyOf(program);
    arguments = List.copyOf(arguments);
  }

  /** A program packed in a jar. */
  public static JavaProgram jar(Path jar, List<String> options, List<String> arguments) {
    return new JavaProgram(options, List.of("-jar", jar.toString()), arguments, "");
  }

  /** The command line. */
  List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-javaagent:" + agent() + "=" + postmasterPidFile);
    command.add("-XX:+UseSerialGC");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(options);
    command.addAll(program);
    command.addAll(arguments);
    return command;
  }

  /** The jar that this class came from; its manifest names the agent. */
  private static Path agent() {
    try {
      Path jar =
          Path.of(JavaProgram.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(jar)) {
        throw new EmbeddedException(
            Reason.NOT_BUILT,
            "child processes need the jar of the module 'embedded', not its classes: run mvn"
                + " package");
      }
      return jar;
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the JVM gives a location that is no URI", e);
    }
  }
}
