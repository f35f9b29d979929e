package io.paperwire.embedded;

import java.nio.file.Path;

/**
 * Where the programs of the backends lie that run in a JVM of their own.
 *
 * @param broker folder of the broker's jar and of those that it needs
 * @param registry folder of the unpacked schema registry
 * @param later whether later runs of them are worth preparing for, see {@link
 *     io.paperwire.embedded.process.JavaProgram}
 */
public record BackendPrograms(Path broker, Path registry, boolean later) {

  /** System property that names the folder into which the build lays the programs. */
  public static final String HOME_PROPERTY = "paperwire.backends.home";

  /** The programs as the build lays them out. */
  public static BackendPrograms built() {
    Path home = Path.of(System.getProperty(HOME_PROPERTY, "backends"));
    return new BackendPrograms(home.resolve("broker"), home.resolve("registry"), true);
  }
}
