package io.paperwire.embedded;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A program that starts backends, says so, and does nothing else until it is killed. */
final class Launcher {

  static final String STARTED = "started";

  private Launcher() {}

  /**
   * Starts the backends.
   *
   * @param arguments the folder for their data, then the names of the backends
   */
  public static void main(String[] arguments) throws InterruptedException {
    EmbeddedBackends.start(
        Arrays.stream(arguments).skip(1).map(Backend::valueOf).collect(Collectors.toSet()),
        BackendPrograms.built(),
        Path.of(arguments[0]),
        BackendPorts.free());
    System.out.println(STARTED);
    Thread.currentThread().join();
  }
}
