package io.paperwire.notify.deliver.sending;

import io.paperwire.notify.deliver.patience.Pause;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Spaces mails evenly, so that no more than a given number leaves in a second. */
public final class MailRate {

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final long spacing;
  private final LongSupplier nanos;
  private final Pause pause;
  private OptionalLong next = OptionalLong.empty();

  /**
   * A rate.
   *
   * @param perSecond mails a second at most, at least 1
   * @param nanos the time in nanoseconds since some moment; that of the day may be set back
   */
  public MailRate(int perSecond, LongSupplier nanos, Pause pause) {
    if (perSecond < 1) {
      throw new IllegalArgumentException(
          "at least one mail a second must be allowed, not " + perSecond);
    }
    this.spacing = NANOS_PER_SECOND / perSecond;
    this.nanos = nanos;
    this.pause = pause;
  }

  /** Waits until the next mail may leave. */
  void await() {
    long wait = takeTurn(nanos.getAsLong());
    if (wait > 0) {
      pause.rest(Duration.ofNanos(wait));
    }
  }

  /** How long to wait for the next turn that nobody has taken. */
  private synchronized long takeTurn(long now) {
    long wait = next.isPresent() ? Math.max(0, next.getAsLong() - now) : 0;
    next = OptionalLong.of(now + wait + spacing);
    return wait;
  }
}
