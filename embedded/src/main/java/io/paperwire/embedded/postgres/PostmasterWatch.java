package io.paperwire.embedded.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Stops a PostgreSQL server when this process is gone, even by SIGKILL: a shell that waits for the
 * end of its standard input, of which this process holds the other end. The server cannot watch for
 * itself, and detaches from whoever starts it.
 */
final class PostmasterWatch implements AutoCloseable {

  /**
   * The name is compared because a server that crashed leaves its file, and its id may belong to
   * another program by now. SIGINT is PostgreSQL's fast shutdown.
   */
  private static final String SCRIPT =
      """
      trap '' INT HUP
      cat > /dev/null
      [ -f "$0" ] || exit 0
      read -r pid < "$0"
      name=$(cat "/proc/$pid/comm" 2> /dev/null || ps -p "$pid" -o comm=)
      case $name in *postgres*) kill -INT "$pid" ;; esac
      """;

  private final Process watch;

  private PostmasterWatch(Process watch) {
    this.watch = watch;
  }

  /**
   * Starts to watch.
   *
   * @param pidFile holds the id of the server's process while there is one
   */
  static PostmasterWatch start(Path pidFile) {
    try {
      return new PostmasterWatch(
          new ProcessBuilder(List.of("/bin/sh", "-c", SCRIPT, pidFile.toString()))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run /bin/sh", e);
    }
  }

  /** Stops to watch, and leaves the server as it is. */
  @Override
  public void close() {
    watch.children().forEach(ProcessHandle::destroyForcibly);
    watch.destroyForcibly();
  }
}
