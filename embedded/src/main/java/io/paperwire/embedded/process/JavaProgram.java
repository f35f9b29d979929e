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
 */
public record JavaProgram(List<String> options, List<String> program, List<String> arguments) {

  public JavaProgram {
    options = List.copyOf(options);
    program = List.copyOf(program);
    arguments = List.copyOf(arguments);
  }

  /** A program packed in a jar. */
  public static JavaProgram jar(Path jar, List<String> options, List<String> arguments) {
    return new JavaProgram(options, List.of("-jar", jar.toString()), arguments);
  }

  /** A class of this program, with all that this program has on its class path. */
  public static JavaProgram main(Class<?> mainClass, List<String> options, List<String> arguments) {
    return new JavaProgram(
        options,
        List.of("-cp", System.getProperty("java.class.path"), mainClass.getName()),
        arguments);
  }

  /** The command line. */
  List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-javaagent:" + agent());
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
