package io.paperwire.notify.deliver.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * When to ask again for those whom the mail server denies while it is asked for nobody else. The
 * wait is the subscriber's, however many digests they have waiting: one of these asks, and the
 * others wait for what comes of it. It doubles until the server takes a mail of theirs. Safe for
 * use by many threads.
 */
final class DeniedAlone {

  /** To ask more often for one who is denied would look like an attack. */
  static final Duration FIRST = Duration.ofMinutes(5);

  static final Duration LONGEST = Duration.ofHours(1);

  private static final int MOST = 10_000;

  private record Wait(Duration length, Instant end) {}

  private final InstantSource clock;
  private final Map<UUID, Wait> waits = new LinkedHashMap<>();

  DeniedAlone(InstantSource clock) {
    this.clock = clock;
  }

  /** A mail of the subscriber was denied; tells how long to wait from now on. */
  synchronized Duration add(UUID subscriberId) {
    Duration length =
        Optional.ofNullable(waits.remove(subscriberId))
            .map(last -> last.length().multipliedBy(2))
            .map(twice -> twice.compareTo(LONGEST) < 0 ? twice : LONGEST)
            .orElse(FIRST);
    waits.put(subscriberId, new Wait(length, clock.instant().plus(length)));
    if (waits.size() > MOST) {
      waits.remove(waits.keySet().iterator().next());
    }
    return length;
  }

  /** When to ask again for the subscriber; empty if now. */
  synchronized Optional<Instant> waitsUntil(UUID subscriberId) {
    return Optional.ofNullable(waits.get(subscriberId))
        .map(Wait::end)
        .filter(clock.instant()::isBefore);
  }

  /** The server took a mail of the subscriber. */
  synchronized void end(UUID subscriberId) {
    waits.remove(subscriberId);
  }
}
