package io.paperwire.embedded.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java program that runs in a small JVM of its own.
 *
 * @param jar the program's jar; its manifest names the main class and the jars beside it
 * @param options options of the JVM, such as its heap
 * @param arguments the program's arguments
 * @param later whether its first run leaves an archive of its classes, which takes it seconds at
 *     its end, for later runs to start sooner
 */
public record JavaProgram(Path jar, List<String> options, List<String> arguments, boolean later) {

  public JavaProgram {
    options = List.copyOf(options);
    arguments = List.copyOf(arguments);
  }

  /**
   * The command line.
   *
   * @param archive classes that the JVM takes, or keeps at its end
   */
  List<String> command(ClassArchive archive) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(options);
    command.addAll(archive.options());
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(arguments);
    return command;
  }
}
