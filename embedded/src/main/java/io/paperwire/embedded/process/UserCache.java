package io.paperwire.embedded.process;

import java.nio.file.Path;
import java.util.Optional;

/** Where Paperwire keeps what can be made anew, for the user who runs it. */
public final class UserCache {

  private UserCache() {}

  /**
   * The folder {@code paperwire} in {@code $XDG_CACHE_HOME}, or in {@code ~/.cache} where that is
   * not set (XDG Base Directory Specification). It need not be there yet.
   */
  public static Path folder() {
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(home -> !home.isBlank())
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("paperwire");
  }
}
