package io.paperwire.ingest.backfill;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;

/** Where a backfill tells how far it is. Belongs to one thread. */
public interface Screen {

  /** How far it is; what was told of it before is out of date. */
  void progress(String line);

  /** A line that stays. */
  void say(String line);

  /** The process's standard error: one line drawn anew on a terminal, else a line at times. */
  static Screen ofProcess() throws InterruptedException {
    return isTerminal() ? new Drawn(System.err) : new Plain(System.err, Plain.PAUSE);
  }

  /** Java cannot tell of standard error alone; POSIX's {@code test} can. */
  private static boolean isTerminal() throws InterruptedException {
    try {
      return new ProcessBuilder("test", "-t", "2")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** A terminal (ECMA-48: erase in line). What is logged meanwhile begins at the line's start. */
  record Drawn(PrintStream terminal) implements Screen {

    private static final int COLUMNS = 79;
    private static final String ERASED = "\r\u001B[2K";

    @Override
    public void progress(String line) {
      terminal.print(ERASED + line.substring(0, Math.min(COLUMNS, line.length())) + "\r");
      terminal.flush();
    }

    @Override
    public void say(String line) {
      terminal.println(ERASED + line);
    }
  }

  /** A file or another process. */
  final class Plain implements Screen {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final PrintStream out;
    private final Duration pause;
    private long told = System.nanoTime();

    /**
     * A screen of lines.
     *
     * @param pause least time between two lines of progress
     */
    Plain(PrintStream out, Duration pause) {
      this.out = out;
      this.pause = pause;
    }

    @Override
    public void progress(String line) {
      long now = System.nanoTime();
      if (now - told >= pause.toNanos()) {
        told = now;
        out.println(line);
      }
    }

    @Override
    public void say(String line) {
      out.println(line);
    }
  }
}
