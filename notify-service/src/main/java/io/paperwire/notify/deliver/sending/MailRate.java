package io.paperwire.notify.deliver.sending;

import io.paperwire.notify.deliver.patience.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Spaces mails evenly, so that no more than a given number leaves in a second. */
public final class MailRate {

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final Duration spacing;
  private final InstantSource clock;
  private final Pause pause;
  private Instant next = Instant.MIN;

  /**
   * A rate.
   *
   * @param perSecond mails a second at most, at least 1
   */
  public MailRate(int perSecond, InstantSource clock, Pause pause) {
    if (perSecond < 1) {
      throw new IllegalArgumentException(
          "at least one mail a second must be allowed, not " + perSecond);
    }
    this.spacing = Duration.ofNanos(NANOS_PER_SECOND / perSecond);
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Waits until the next mail may leave.
   *
   * @return when that was
   */
  Instant await() {
    Instant now = clock.instant();
    Instant turn = takeTurn(now);
    if (turn.isAfter(now)) {
      pause.rest(Duration.between(now, turn));
    }
    return turn;
  }

  private synchronized Instant takeTurn(Instant now) {
    Instant turn = next.isAfter(now) ? next : now;
    next = turn.plus(spacing);
    return turn;
  }
}
