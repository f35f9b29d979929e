package io.paperwire.notify.match;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether records are on their way through an instance. Its tasks share threads, and a thread that
 * matches papers of the past brings no new ones meanwhile, neither to this task nor to another.
 */
final class Traffic {

  /** A commit, during which no record passes, takes some tens of milliseconds. */
  private static final Duration QUIET = Duration.ofMillis(30);

  private final AtomicLong last = new AtomicLong();

  /** A record passes. */
  void passes(Instant now) {
    last.set(now.toEpochMilli());
  }

  /** Whether no record has passed for a while. */
  boolean isQuiet(Instant now) {
    return now.toEpochMilli() - last.get() >= QUIET.toMillis();
  }
}
