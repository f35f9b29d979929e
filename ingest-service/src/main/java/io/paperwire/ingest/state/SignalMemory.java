package io.paperwire.ingest.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which signals were counted, by fingerprint, the one that was counted first before the others.
 * What is older than the memory reaches counts as forgotten at once, and is put out of it portion
 * by portion, since it may be a month's worth. Belongs to one thread.
 */
final class SignalMemory {

  /** How long it is remembered that a signal was counted; no client repeats a request longer. */
  static final Duration REACH = Duration.ofDays(30);

  /** How many are put out with one transaction. */
  static final int PORTION = 5_000;

  private final Map<Long, Long> countedAt = new LinkedHashMap<>(); // milliseconds, see Instant

  /** Whether a signal was counted not too long before a time. */
  boolean has(long fingerprint, Instant now) {
    return Optional.ofNullable(countedAt.get(fingerprint))
        .filter(at -> at >= oldest(now))
        .isPresent();
  }

  /** Remembers that a signal was counted. */
  void add(long fingerprint, Instant at) {
    remove(fingerprint); // so that it stands last
    countedAt.put(fingerprint, at.toEpochMilli());
  }

  /** Forgets a signal. */
  void remove(long fingerprint) {
    countedAt.remove(fingerprint);
  }

  /** The next signals that are too old, at most a portion of them. */
  List<Long> expired(Instant now) {
    List<Long> expired = new ArrayList<>();
    for (Map.Entry<Long, Long> signal : countedAt.entrySet()) {
      if (signal.getValue() >= oldest(now) || expired.size() == PORTION) {
        break;
      }
      expired.add(signal.getKey());
    }
    return expired;
  }

  private static long oldest(Instant now) {
    return now.minus(REACH).toEpochMilli();
  }
}
