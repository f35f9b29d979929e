package io.paperwire.ingest.turns;

import io.paperwire.ingest.upstream.Mood;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the topic says of all upstreams. Times are those of this machine's {@link System#nanoTime}:
 * when something was read, which is never before it was written. Belongs to whoever holds its lock.
 */
final class TurnBoard {

  private final Map<String, Line> lines = new HashMap<>();

  /**
   * Who has the turn.
   *
   * @param ticket whose turn it is
   * @param expires when its owner counts as dead
   */
  record Holder(String ticket, long expires) {}

  /**
   * How an upstream was left.
   *
   * @param ticket whose turn it was
   * @param interval least time between the starts of two requests, where the upstream asked for one
   * @param elapsed how long the request had been started when this was written
   * @param pause how long the upstream was to be left alone when this was written
   * @param failures how many requests had failed in a row
   * @param reason why it was to be left alone
   * @param readAt when it was read
   */
  record Left(
      String ticket,
      Duration interval,
      Duration elapsed,
      Duration pause,
      int failures,
      String reason,
      long readAt) {}

  private record Waiting(Duration longest) {}

  /** What is known of one upstream. */
  private static final class Line {
    private final LinkedHashMap<String, Waiting> tickets = new LinkedHashMap<>();
    private long headSince;
    private Optional<Left> left = Optional.empty();
    private Optional<Long> lostAt = Optional.empty();
  }

  private Line line(String upstream) {
    return lines.computeIfAbsent(upstream, _ -> new Line());
  }

  /** Forgets all, before the topic is read anew. */
  void clear() {
    lines.clear();
  }

  /** A ticket was read. */
  void taken(String upstream, String ticket, Duration longest, long now) {
    Line line = line(upstream);
    if (line.tickets.isEmpty()) {
      line.headSince = now;
    }
    line.tickets.put(ticket, new Waiting(longest));
  }

  /** That a ticket was taken away was read. */
  void gone(String upstream, String ticket, long now) {
    Line line = line(upstream);
    boolean hadTurn = line.tickets.sequencedKeySet().stream().limit(1).anyMatch(ticket::equals);
    line.tickets.remove(ticket);
    if (hadTurn) {
      line.headSince = now;
      if (line.left.filter(mood -> mood.ticket().equals(ticket)).isEmpty()) {
        line.lostAt = Optional.of(now); // nobody tells whether it had asked
      }
    }
  }

  /** How an upstream was left was read. */
  void left(String upstream, Left left) {
    line(upstream).left = Optional.of(left);
  }

  /** True if a ticket stands in line. */
  boolean has(String upstream, String ticket) {
    return line(upstream).tickets.containsKey(ticket);
  }

  /** Whose turn it is. */
  Optional<Holder> holder(String upstream) {
    Line line = line(upstream);
    return line.tickets.entrySet().stream()
        .findFirst()
        .map(
            first ->
                new Holder(first.getKey(), line.headSince + first.getValue().longest().toNanos()));
  }

  /** When the next request may be started, at an interval. */
  long readyAt(String upstream, Duration interval, long now) {
    Line line = line(upstream);
    long afterLast =
        line.left
            .map(
                left -> {
                  Duration least =
                      left.interval().compareTo(interval) > 0 ? left.interval() : interval;
                  return left.readAt() + least.minus(left.elapsed()).toNanos();
                })
            .orElse(now);
    long afterLost = line.lostAt.map(at -> at + interval.toNanos()).orElse(now);
    return afterLast - afterLost > 0 ? afterLast : afterLost;
  }

  /** How an upstream is. */
  Optional<Mood> mood(String upstream, long now) {
    return line(upstream)
        .left
        .map(
            left -> {
              Duration rest = left.pause().minusNanos(now - left.readAt());
              boolean open = rest.isPositive();
              return new Mood(
                  left.interval(),
                  left.failures(),
                  open ? rest : Duration.ZERO,
                  open ? left.reason() : "");
            });
  }
}
