package io.paperwire.streams;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Tries work on a record again that fails, because the fault may pass: memory that is short, native
 * code that is out of step, a time limit. Only when the last attempt fails too is the record set
 * aside. The work has to be pure: nothing that it did before it failed is taken back. Any number of
 * threads may use one.
 *
 * <p>Not tried again is what cannot pass, because it lies in the record: a value that makes no
 * sense ({@link IllegalArgumentException}), bytes that cannot be read or written ({@link
 * SerializationException}), a text on which work runs out of stack. What comes from a neighbour
 * that is out of order ({@link Outage}) fails the thread at once, as ever.
 */
public final class Attempts {

  /** More would hold up a transaction for too long where record after record fails. */
  static final int MOST = 5;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  private final int most;
  private final Consumer<Duration> pause;

  /**
   * So many attempts, with a pause of 100 ms after the first one that doubles from one to the next.
   *
   * @throws IllegalArgumentException if they are not 1 to 5
   */
  public Attempts(int most) {
    this(most, Attempts::sleep);
  }

  /**
   * So many attempts.
   *
   * @param pause waits between two of them
   */
  public Attempts(int most, Consumer<Duration> pause) {
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException(
          "paperwire.streams.attempts must be 1 to %d, not %d".formatted(MOST, most));
    }
    this.most = most;
    this.pause = pause;
  }

  /**
   * What the work comes to at the first attempt that does not fail.
   *
   * @throws IllegalArgumentException also if the work runs out of stack
   */
  public <T> T at(Supplier<T> work) {
    Duration wait = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (RuntimeException failure) {
        if (!mayPass(failure)) {
          throw failure;
        }
        if (attempt == most || Thread.currentThread().isInterrupted()) {
          throw attempt == 1 ? failure : new RepeatedFailure(attempt, failure);
        }
      } catch (StackOverflowError deep) {
        // Of the errors of the machine the one that the record makes: the next record has the
        // whole stack again, and without this one the stream would end.
        throw new IllegalArgumentException("work on the record ran out of stack", deep);
      }
      pause.accept(wait);
      wait = wait.multipliedBy(2);
    }
  }

  private static boolean mayPass(RuntimeException failure) {
    return !(failure instanceof IllegalArgumentException
        || failure instanceof SerializationException
        || Outage.keptFromProcessing(failure));
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
