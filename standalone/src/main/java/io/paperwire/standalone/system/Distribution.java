package io.paperwire.standalone.system;

import io.paperwire.embedded.BackendPrograms;
import io.paperwire.embedded.EmbeddedException;
import io.paperwire.embedded.EmbeddedException.Reason;
import io.paperwire.embedded.process.JavaProgram;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the parts of the system lie on disk: {@code lib} holds every jar side by side, {@code
 * registry} the unpacked schema registry.
 *
 * @param lib folder of the jars
 * @param registry folder of the registry
 * @param later whether later runs of the parts are worth preparing for, see {@link JavaProgram}
 */
public record Distribution(Path lib, Path registry, boolean later) {

  /** The distribution that this program was started from, which will be started again. */
  public static Distribution running() {
    Path lib = Objects.requireNonNull(jar().toAbsolutePath().getParent());
    return new Distribution(lib, lib.resolveSibling("registry"), true);
  }

  /** The same for a run that is over soon, at whose end nobody wants to wait. */
  public Distribution once() {
    return new Distribution(lib, registry, false);
  }

  /** The programs of the backends. */
  public BackendPrograms backends() {
    return new BackendPrograms(lib, registry, later);
  }

  /**
   * The jar that runs a service.
   *
   * @throws EmbeddedException if it is not there
   */
  public Path jar(Service service) {
    Path jar = lib.resolve(service.artifact() + ".jar");
    if (!Files.isRegularFile(jar)) {
      throw new EmbeddedException(
          Reason.NOT_BUILT, "there is no " + jar + ": run mvn package, or start with ./paperwire");
    }
    return jar;
  }

  private static Path jar() {
    try {
      return Path.of(
          Distribution.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the JVM gives a location that is no URI", e);
    }
  }
}
