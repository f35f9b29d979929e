package io.paperwire.notify.match;

import io.paperwire.notify.schedule.Schedule;
import io.paperwire.notify.schedule.Schedule.AtOnce;
import io.paperwire.notify.schedule.Schedule.Daily;
import io.paperwire.notify.schedule.Schedule.Weekly;
import io.paperwire.notify.state.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * When the next digest of each subscriber is due, and how far they have been told. It is written
 * down when a digest was made and when plans change, not when a paper begins to wait: who waits
 * since then is in the notices, from which this is made anew.
 *
 * <p>The order of due times is in memory only, because a queue in a log-structured store would be
 * searched through all that was ever taken out of it.
 */
final class AgendaBook {

  private final KeyValueStore<String, Agenda> store;
  private final MatchCounters counters;
  private final Duration patience;
  private final NavigableSet<Due> atOnce = new TreeSet<>(Due.EARLIEST_FIRST);
  private final NavigableSet<Due> scheduled = new TreeSet<>(Due.EARLIEST_FIRST);

  /** Which digests are made. */
  enum Which {
    /** Those of subscribers who are told at once. */
    AT_ONCE,
    /** Those by day and week, too. */
    ALL
  }

  /** A digest that is to be made. */
  record Due(Instant at, Follower follower) {
    static final Comparator<Due> EARLIEST_FIRST =
        Comparator.comparing(Due::at).thenComparingInt(due -> due.follower().number());
  }

  /**
   * An empty book.
   *
   * @param patience how long what is not new may wait for those who want to hear at once
   */
  AgendaBook(KeyValueStore<String, Agenda> store, MatchCounters counters, Duration patience) {
    this.store = store;
    this.counters = counters;
    this.patience = patience;
  }

  /**
   * The digest that is due first.
   *
   * @param which of them
   */
  Optional<Due> first(Which which) {
    return switch (which) {
      case AT_ONCE -> first(atOnce);
      case ALL ->
          Stream.of(first(atOnce), first(scheduled))
              .flatMap(Optional::stream)
              .min(Due.EARLIEST_FIRST);
    };
  }

  private static Optional<Due> first(NavigableSet<Due> dues) {
    return dues.isEmpty() ? Optional.empty() : Optional.of(dues.first());
  }

  /** The digest that is due first, if it is due by now. */
  Optional<Due> firstUpTo(Instant now, Which which) {
    return first(which).filter(due -> !due.at().isAfter(now));
  }

  /** One more paper waits; for those who are set aside nothing falls due. */
  void expect(Follower follower, Finding finding) {
    boolean isPlanned = !follower.isToldAtOnce() && follower.dueAt().isPresent();
    if (isPlanned || follower.isSetAside()) {
      return;
    }
    Schedule schedule = follower.profile().schedule();
    switch (schedule) {
      case AtOnce _ -> {
        Instant due = schedule.firstAfter(finding.readyAt(patience));
        if (follower.dueAt().isEmpty() || due.isBefore(follower.dueAt().get())) {
          plan(follower, Optional.of(due));
        }
      }
      case Daily _, Weekly _ -> {
        Instant from = Collections.max(List.of(finding.matchedAt(), follower.coveredUntil()));
        plan(follower, Optional.of(schedule.firstAfter(from)));
      }
    }
  }

  /**
   * Writes down how far a subscriber has been told: up to now, but for what still waits.
   *
   * @param coveredUntil end of the last digest's window
   * @param dueAt when the next digest is due, if a paper waits
   */
  void write(Follower follower, Instant coveredUntil, Optional<Instant> dueAt) {
    follower.told(coveredUntil, counters.lastNotice());
    plan(follower, dueAt);
    store.put(
        follower.id(),
        new Agenda(
            follower.number(),
            coveredUntil,
            dueAt.orElse(null),
            follower.toldThrough(),
            follower.waiting().stream().map(Finding::number).toList()));
  }

  /** Takes over when a digest is due, as it was written down. */
  void plan(Follower follower, Optional<Instant> dueAt) {
    forget(follower);
    follower.setDueAt(dueAt.orElse(null));
    NavigableSet<Due> dues = follower.isToldAtOnce() ? atOnce : scheduled;
    dueAt.ifPresent(at -> dues.add(new Due(at, follower)));
  }

  /** Deletes what is known of a subscriber. */
  void remove(Follower follower) {
    forget(follower);
    store.delete(follower.id());
  }

  private void forget(Follower follower) {
    // They may have been told by another schedule when it was planned.
    follower
        .dueAt()
        .map(at -> new Due(at, follower))
        .ifPresent(
            due -> {
              atOnce.remove(due);
              scheduled.remove(due);
            });
  }
}
