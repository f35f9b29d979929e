package io.paperwire.ingest.upstream;

import io.paperwire.ingest.backoff.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Leaves an upstream alone that throttles or keeps failing. It opens for all who ask that upstream:
 * at once when the upstream says that it is asked too much, and else after several failures in a
 * row. When its time is over the next request is a trial: if that fails too, the circuit opens for
 * longer.
 */
final class Circuit {

  /** So many failures in a row open the circuit. */
  static final int OPENS_AFTER = 3;

  private final Backoff backoff;
  private final RandomGenerator random;
  private int failures;
  private Instant openUntil = Instant.MIN;
  private String reason = "";

  Circuit(Backoff backoff, RandomGenerator random) {
    this.backoff = backoff;
    this.random = random;
  }

  /**
   * Why no request may be sent.
   *
   * @param reason what opened the circuit
   * @param pause until the next trial
   */
  record Open(String reason, Duration pause) {}

  /** Whether the circuit is open. */
  synchronized Optional<Open> open(Instant now) {
    return now.isBefore(openUntil)
        ? Optional.of(new Open(reason, Duration.between(now, openUntil)))
        : Optional.empty();
  }

  /** Takes over how another instance left the upstream. */
  synchronized void adopt(Mood mood, Instant now) {
    failures = mood.failures();
    openUntil = now.plus(mood.pause());
    reason = mood.reason();
  }

  /** How the upstream is left. */
  synchronized Mood mood(Duration interval, Instant now) {
    Optional<Open> open = open(now);
    return new Mood(
        interval,
        failures,
        open.map(Open::pause).orElse(Duration.ZERO),
        open.map(Open::reason).orElse(""));
  }

  /** A request was answered. */
  synchronized void succeeded() {
    failures = 0;
  }

  /** The upstream has nothing more to give for a time. */
  synchronized void exhausted(Instant now, Duration wait) {
    openUntil = now.plus(wait);
    reason = "its limit is used up";
  }

  /**
   * A request failed.
   *
   * @return how long whoever asked should wait
   */
  synchronized Duration failed(Instant now, String why) {
    failures++;
    Duration wait = backoff.delay(failures, random);
    if (failures >= OPENS_AFTER) {
      openUntil = now.plus(wait);
      reason = why;
    }
    return wait;
  }

  /**
   * The upstream says that it is asked too much.
   *
   * @param retryAfter how long it wants to be left alone
   * @return how long whoever asked should wait
   */
  synchronized Duration throttled(Instant now, String why, Optional<Duration> retryAfter) {
    failures++;
    Duration delay = backoff.delay(failures, random);
    Duration wait = retryAfter.filter(asked -> asked.compareTo(delay) > 0).orElse(delay);
    openUntil = now.plus(wait);
    reason = why;
    return wait;
  }
}
