package io.paperwire.notify.match;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is on its way through an instance. Its tasks share threads, and a thread that matches papers
 * of the past brings nothing new meanwhile, neither to this task nor to another.
 */
final class Traffic {

  /** A commit, during which no record passes, takes some tens of milliseconds. */
  private static final Duration QUIET = Duration.ofMillis(30);

  private final AtomicLong last = new AtomicLong();
  private final Map<String, Long> waiting = new ConcurrentHashMap<>();

  /** A record passes that wants to be seen to at once. */
  void passes(Instant now) {
    last.set(now.toEpochMilli());
  }

  /** Whether none has passed for a while. */
  boolean isQuiet(Instant now) {
    return now.toEpochMilli() - last.get() >= QUIET.toMillis();
  }

  /** So many papers of the past wait in a task to be matched. */
  void waits(String task, long papers) {
    waiting.put(task, papers);
  }

  /** A task ends here. */
  void ends(String task) {
    waiting.remove(task);
  }

  /** How many papers of the past wait in the task where most do. */
  long mostWaiting() {
    return waiting.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
