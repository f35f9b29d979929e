package io.paperwire.enrich.trend;

import io.paperwire.schemas.PaperSignal;
import io.paperwire.schemas.PaperSignalKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The attention that a paper got so far.
 *
 * @param votes upvotes in all; below zero while one was heard of only when it was taken back
 * @param counts signals of all kinds by the hour, counted from the epoch, in which they were given.
 *     Hours whose signals were all taken back are left out, but for the newest, by which older ones
 *     are forgotten: what is forgotten must not depend on the order of the signals.
 */
public record Attention(long votes, SortedMap<Long, Long> counts) {

  /** No attention at all. */
  public static final Attention NONE = new Attention(0, new TreeMap<>());

  private static final Duration HOUR = Duration.ofHours(1);

  /** By so much clocks of honest sources may be ahead. */
  static final Duration AHEAD = Duration.ofMinutes(5);

  public Attention {
    SortedMap<Long, Long> kept = new TreeMap<>(counts);
    if (!kept.isEmpty()) {
      kept.headMap(kept.lastKey()).values().removeIf(count -> count == 0);
    }
    counts = Collections.unmodifiableSortedMap(kept);
  }

  /** The hours that got attention, in their order. */
  public SortedMap<Long, Long> byHour() {
    return !counts.isEmpty() && counts.lastEntry().getValue() == 0
        ? counts.headMap(counts.lastKey())
        : counts;
  }

  /**
   * The attention with one more signal. A signal of an unknown kind does not count. Attention that
   * is said to lie in the future was given when the signal was written: else one wrong date would
   * keep the paper trending until then, and age all others in its topics.
   *
   * @param writtenAt time of the signal's record
   */
  public Attention with(PaperSignal signal, Instant writtenAt) {
    if (signal.getKind() == PaperSignalKind.UNKNOWN) {
      return this;
    }
    SortedMap<Long, Long> all = new TreeMap<>(counts);
    Instant latest = writtenAt.plus(AHEAD);
    Instant at = signal.getAt().isAfter(latest) ? writtenAt : signal.getAt();
    all.merge(hour(at), signal.getCount(), Long::sum);
    long more = signal.getKind() == PaperSignalKind.UPVOTE ? signal.getCount() : 0;
    return new Attention(votes + more, all);
  }

  /**
   * The same votes, without the hours that lie longer than so before the newest: attention that is
   * kept for ever would make the paper's state larger and larger.
   */
  public Attention within(Duration span) {
    if (counts.isEmpty()) {
      return this;
    }
    long oldest = counts.lastKey() - span.toHours();
    return counts.firstKey() >= oldest ? this : new Attention(votes, counts.tailMap(oldest));
  }

  /**
   * The same, as it can have been given up to a time: what is said to lie behind it was given then.
   * Heals what was stored before signals were asked when they were written.
   *
   * @param now no earlier than when any of the signals was written
   */
  public Attention upTo(Instant now) {
    long last = hour(now.plus(AHEAD));
    if (counts.isEmpty() || counts.lastKey() <= last) {
      return this;
    }
    SortedMap<Long, Long> healed = new TreeMap<>(counts.headMap(last + 1));
    long later = counts.tailMap(last + 1).values().stream().mapToLong(Long::longValue).sum();
    healed.merge(hour(now), later, Long::sum);
    return new Attention(votes, healed);
  }

  private static long hour(Instant at) {
    return Math.floorDiv(at.toEpochMilli(), HOUR.toMillis());
  }

  /** The end of an hour. */
  static Instant end(long hour) {
    return Instant.ofEpochMilli((hour + 1) * HOUR.toMillis());
  }
}
