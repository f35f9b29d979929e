package io.paperwire.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The failures of a stream that came close after each other: how long to wait before the next
 * attempt, and what there is to say. After a calm time they count as overcome.
 */
final class Failures {

  /** Without a failure for so long after the next attempt, the last one is overcome. */
  static final Duration CALM = Duration.ofSeconds(45);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private Duration pause = FIRST_PAUSE;

  /** When the pause after the last failure ends: only then can it be overcome. */
  private Instant last = Instant.MIN;

  private String problem = "";

  /**
   * Notes a failure.
   *
   * @return how long to wait before the next attempt; doubles from failure to failure
   */
  synchronized Duration add(Throwable failure, Instant now) {
    Duration next = isCalm(now) ? FIRST_PAUSE : pause;
    pause =
        next.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next.multipliedBy(2);
    last = now.plus(next);
    problem = describe(failure);
    return next;
  }

  /** What failed has been done: there is nothing to say of it any more. */
  synchronized void overcome() {
    last = Instant.MIN;
  }

  /** The last failure, while it is not overcome. */
  synchronized Optional<String> open(Instant now) {
    return isCalm(now) ? Optional.empty() : Optional.of(problem);
  }

  private boolean isCalm(Instant now) {
    return last.equals(Instant.MIN) || last.plus(CALM).isBefore(now);
  }

  /** A failure and what is behind it, on one line. */
  private static String describe(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root == failure ? failure.toString() : failure + ", because of " + root;
  }
}
