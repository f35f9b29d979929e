package io.paperwire.embedded.process;

import java.io.IOException;
import java.util.List;

/** A program that runs another one in the foreground, which prints the id of its process. */
final class ForegroundLauncher {

  private ForegroundLauncher() {}

  /**
   * Runs a shell.
   *
   * @param arguments what it does when it has said its id
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.exit(
        ForegroundProgram.run(List.of("/bin/sh", "-c", "echo $$; " + String.join(" ", arguments))));
  }
}
