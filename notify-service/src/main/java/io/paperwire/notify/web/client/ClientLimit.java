package io.paperwire.notify.web.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often one client may ask for something: a sliding window a client, in memory, for as many
 * clients as fit; the one that was quiet longest is forgotten first.
 */
public final class ClientLimit {

  private static final int MOST_CLIENTS = 100_000;

  private final int most;
  private final Duration window;
  private final InstantSource clock;
  private final Map<String, Deque<Instant>> recent = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * A limit.
   *
   * @param most requests a window; 0 for no limit
   * @param window length of the window
   */
  public ClientLimit(int most, Duration window, InstantSource clock) {
    this.most = most;
    this.window = window;
    this.clock = clock;
  }

  /** Counts a request of a client; tells how long to wait if it is one too many. */
  public synchronized Optional<Duration> count(String client) {
    if (most == 0) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Deque<Instant> times = recent.computeIfAbsent(client, key -> new ArrayDeque<>());
    forgetOldest();
    while (!times.isEmpty() && !times.getFirst().plus(window).isAfter(now)) {
      times.removeFirst();
    }
    if (times.size() >= most) {
      return Optional.of(Duration.between(now, times.getFirst().plus(window)));
    }
    times.addLast(now);
    return Optional.empty();
  }

  private void forgetOldest() {
    if (recent.size() > MOST_CLIENTS) {
      recent.remove(recent.keySet().iterator().next());
    }
  }
}
