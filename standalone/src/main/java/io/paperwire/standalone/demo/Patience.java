package io.paperwire.standalone.demo;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a state to be reached. */
final class Patience {

  /** How long one step of a demonstration may take, on a machine that does much else. */
  static final Duration STEP = Duration.ofMinutes(3);

  private static final Duration PAUSE = Duration.ofMillis(50);

  private Patience() {}

  /**
   * Looks again and again until what is seen is as wished.
   *
   * @param what what is waited for, for the message of the failure
   * @throws DemoFailure if it takes longer than the limit
   */
  static <T> T until(String what, Duration limit, Supplier<T> look, Predicate<T> wished) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      T seen = look.get();
      if (wished.test(seen)) {
        return seen;
      }
      if (System.nanoTime() > deadline) {
        throw new DemoFailure(
            "waited " + limit.toSeconds() + " s in vain for " + what + "; last seen: " + seen);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
