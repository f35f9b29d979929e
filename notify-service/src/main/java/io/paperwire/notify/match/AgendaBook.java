package io.paperwire.notify.match;

import io.paperwire.notify.state.Agenda;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * When the next digest of each subscriber is due. The store holds it by subscriber; the order by
 * time is kept in memory and made anew from the store, because a queue in a log-structured store
 * would be searched through all that was ever taken out of it.
 */
final class AgendaBook {

  private final KeyValueStore<String, Agenda> store;
  private final Map<String, Agenda> agendas = new HashMap<>();
  private final NavigableSet<Due> dues = new TreeSet<>(Due.EARLIEST_FIRST);

  /** A digest that is to be made. */
  record Due(Instant at, String subscriberId) {
    static final Comparator<Due> EARLIEST_FIRST =
        Comparator.comparing(Due::at).thenComparing(Due::subscriberId);
  }

  /** Reads what the store holds. */
  AgendaBook(KeyValueStore<String, Agenda> store) {
    this.store = store;
    try (KeyValueIterator<String, Agenda> entries = store.all()) {
      while (entries.hasNext()) {
        KeyValue<String, Agenda> entry = entries.next();
        remember(entry.key, entry.value);
      }
    }
  }

  /** When a subscriber's next digest is due, if a paper waits. */
  Optional<Instant> dueAt(String subscriberId) {
    return Optional.ofNullable(agendas.get(subscriberId)).map(Agenda::getDueAt);
  }

  /**
   * End of the window of a subscriber's last digest.
   *
   * @param activeSince begin of the subscription, for one who has had no digest yet
   */
  Instant coveredUntil(String subscriberId, Instant activeSince) {
    return Optional.ofNullable(agendas.get(subscriberId))
        .map(Agenda::getCoveredUntil)
        .orElse(activeSince);
  }

  /** The digest that is due first, if it is due by now. */
  Optional<Due> firstUpTo(Instant now) {
    return dues.isEmpty() || dues.first().at().isAfter(now)
        ? Optional.empty()
        : Optional.of(dues.first());
  }

  /**
   * Puts other plans in place of a subscriber's.
   *
   * @param coveredUntil end of the last digest's window
   * @param dueAt when the next digest is due, if a paper waits
   */
  void put(String subscriberId, Instant coveredUntil, Optional<Instant> dueAt) {
    Agenda agenda = new Agenda(coveredUntil, dueAt.orElse(null));
    forget(subscriberId);
    remember(subscriberId, agenda);
    store.put(subscriberId, agenda);
  }

  /** Deletes what is known of a subscriber. */
  void remove(String subscriberId) {
    forget(subscriberId);
    store.delete(subscriberId);
  }

  private void remember(String subscriberId, Agenda agenda) {
    agendas.put(subscriberId, agenda);
    due(subscriberId, agenda).ifPresent(dues::add);
  }

  private void forget(String subscriberId) {
    Agenda old = agendas.remove(subscriberId);
    if (old != null) {
      due(subscriberId, old).ifPresent(dues::remove);
    }
  }

  private static Optional<Due> due(String subscriberId, Agenda agenda) {
    return Optional.ofNullable(agenda.getDueAt()).map(at -> new Due(at, subscriberId));
  }
}
