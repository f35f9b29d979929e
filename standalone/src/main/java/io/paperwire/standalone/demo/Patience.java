package io.paperwire.standalone.demo;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Waits for a state to be reached, as long as something moves towards it. */
final class Patience {

  /** How long nothing may move, on a machine that does much else. */
  private static final Duration STANDSTILL = Duration.ofMinutes(3);

  /** How long nothing may come before it is taken that nothing will. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Duration standstill;
  private final LongSupplier nanos;

  private Patience() {
    this(STANDSTILL, System::nanoTime);
  }

  /**
   * Patience.
   *
   * @param standstill how long nothing may move
   * @param nanos a clock
   */
  Patience(Duration standstill, LongSupplier nanos) {
    this.standstill = standstill;
    this.nanos = nanos;
  }

  /**
   * Looks again and again until what is seen is as wished.
   *
   * @param what what is waited for, for the message of the failure
   * @throws DemoFailure if it is not for some minutes
   */
  static <T> T until(String what, Supplier<T> look, Predicate<T> wished) {
    return until(what, look, wished, _ -> 0);
  }

  /**
   * The same for work that takes as long as there is much of it.
   *
   * @param progress how far it is; while that changes, it may go on
   * @throws DemoFailure if nothing moves for some minutes
   */
  static <T> T until(
      String what, Supplier<T> look, Predicate<T> wished, ToLongFunction<T> progress) {
    return new Patience().await(what, look, wished, progress);
  }

  <T> T await(String what, Supplier<T> look, Predicate<T> wished, ToLongFunction<T> progress) {
    long moved = nanos.getAsLong();
    long last = 0;
    while (true) {
      T seen = look.get();
      if (wished.test(seen)) {
        return seen;
      }
      long now = nanos.getAsLong();
      long reached = progress.applyAsLong(seen);
      if (reached != last) {
        moved = now;
        last = reached;
      }
      if (now - moved > standstill.toNanos()) {
        throw new DemoFailure(
            "waited %d s in vain for %s%s"
                .formatted(
                    standstill.toSeconds(), what, reached == 0 ? "" : ", and saw " + reached));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /**
   * Looks on until nothing has moved for some seconds: what must not come would have come.
   *
   * @param progress changes whenever something comes
   * @return what is seen then
   */
  static <T> T untilQuiet(Supplier<T> look, ToLongFunction<T> progress) {
    return new Patience(QUIET, System::nanoTime).awaitQuiet(look, progress);
  }

  <T> T awaitQuiet(Supplier<T> look, ToLongFunction<T> progress) {
    T seen = look.get();
    long moved = nanos.getAsLong();
    while (nanos.getAsLong() - moved <= standstill.toNanos()) {
      LockSupport.parkNanos(PAUSE.toNanos());
      T next = look.get();
      if (progress.applyAsLong(next) != progress.applyAsLong(seen)) {
        moved = nanos.getAsLong();
      }
      seen = next;
    }
    return seen;
  }
}
