package io.paperwire.notify.deliver.sending;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When to try again what a mail server put off.
 *
 * @param delays how long to wait after the first, the second, ... attempt; after one more attempt
 *     than there are delays, the digest is given up
 */
public record RetrySchedule(List<Duration> delays) {

  public RetrySchedule {
    delays = List.copyOf(delays);
    if (delays.stream().anyMatch(Duration::isNegative)) {
      throw new IllegalArgumentException("a delay is negative: " + delays);
    }
  }

  /**
   * How long to wait after an attempt.
   *
   * @param attempt the attempt that failed, from 1
   * @return empty if it was the last one
   */
  Optional<Duration> after(int attempt) {
    return attempt <= delays.size() ? Optional.of(delays.get(attempt - 1)) : Optional.empty();
  }
}
