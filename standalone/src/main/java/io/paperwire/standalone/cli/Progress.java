package io.paperwire.standalone.cli;

import java.io.PrintWriter;
import java.time.Duration;

/** Says on standard error how far long work is, every few seconds; short work says nothing. */
final class Progress {

  private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();

  private final String verb;
  private final String noun;
  private final PrintWriter errors;
  private final long begun = System.nanoTime();
  private long told = begun;
  private int counted;

  /**
   * Some work.
   *
   * @param verb what is done, such as "embedded"
   * @param noun what it is done to, such as "papers"
   * @param errors where to tell
   */
  Progress(String verb, String noun, PrintWriter errors) {
    this.verb = verb;
    this.noun = noun;
    this.errors = errors;
  }

  /** So many of so many are done. */
  void done(int done, int all) {
    if (isTimeToTell()) {
      long left = Math.round(seconds() / done * (all - done));
      errors.printf("%s %,d of %,d %s, about %,d s left%n", verb, done, all, noun, left);
      errors.flush();
    }
  }

  /** One more is done, nobody knows of how many. */
  void oneMore() {
    counted++;
    if (isTimeToTell()) {
      errors.printf("%s %,d %s, %,.0f a second%n", verb, counted, noun, counted / seconds());
      errors.flush();
    }
  }

  private boolean isTimeToTell() {
    long now = System.nanoTime();
    if (now - told < PAUSE_NANOS) {
      return false;
    }
    told = now;
    return true;
  }

  private double seconds() {
    return (System.nanoTime() - begun) / 1e9;
  }
}
