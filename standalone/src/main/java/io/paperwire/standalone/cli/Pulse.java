package io.paperwire.standalone.cli;

import java.io.PrintWriter;
import java.time.Duration;

/** Says every few seconds how far a long work has come; a short one stays silent. */
final class Pulse {

  private static final long PAUSE = Duration.ofSeconds(3).toNanos();

  private final String what;
  private final PrintWriter out;
  private final long start = System.nanoTime();
  private long next = start + PAUSE;
  private long done;

  /**
   * A pulse of one work.
   *
   * @param what what is counted, such as "papers tagged"
   */
  Pulse(String what, PrintWriter out) {
    this.what = what;
    this.out = out;
  }

  /** One more is done. */
  void beat() {
    done++;
    long now = System.nanoTime();
    if (now >= next) {
      next = now + PAUSE;
      say(now);
    }
  }

  /** All is done; said only if it took so long that something was said before. */
  void stop() {
    if (next > start + PAUSE) {
      say(System.nanoTime());
    }
  }

  private void say(long now) {
    double seconds = (now - start) / 1e9;
    out.println("%,d %s, %,.0f a second".formatted(done, what, done / seconds));
    out.flush();
  }
}
