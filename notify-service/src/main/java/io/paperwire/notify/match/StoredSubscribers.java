package io.paperwire.notify.match;

import io.paperwire.notify.state.Agenda;
import io.paperwire.schemas.SubscriberInterests;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The subscribers that a task finds in its stores when it begins.
 *
 * @param task its name
 * @param stores where they are
 * @param news told how far they are read
 * @param findings where what waits for them will have its places
 */
record StoredSubscribers(String task, MatchStores stores, MatchNews news, Findings findings) {

  private static final Logger LOG = LoggerFactory.getLogger(StoredSubscribers.class);
  private static final int PROGRESS = 50_000;

  /** So often it is told how far the index is, in subscribers. */
  private static final int NEWS = 1_000;

  /**
   * Reads all of them into memory.
   *
   * @param each told of each, with what is stored of what waits for them
   */
  void readInto(Subscribers subscribers, BiConsumer<Follower, Agenda> each) {
    long all = stores.interests().approximateNumEntries();
    news.fills(task, 0, all);
    Map<String, Agenda> agendas = new HashMap<>();
    try (KeyValueIterator<String, Agenda> entries = stores.agendas().all()) {
      entries.forEachRemaining(entry -> agendas.put(entry.key, entry.value));
    }
    try (KeyValueIterator<String, SubscriberInterests> entries = stores.interests().all()) {
      while (entries.hasNext()) {
        KeyValue<String, SubscriberInterests> entry = entries.next();
        Agenda written = Optional.ofNullable(agendas.remove(entry.key)).orElseThrow();
        Follower follower = follower(entry.value, written);
        subscribers.add(follower);
        each.accept(follower, written);
        if (subscribers.count() % NEWS == 0) {
          news.fills(task, subscribers.count(), all);
        }
        if (subscribers.count() % PROGRESS == 0) {
          LOG.info("task {}: {} subscribers read", task, subscribers.count());
        }
      }
    }
  }

  /**
   * What is stored was read once, but perhaps by a newer version, which knew more time zones. One
   * whom this version cannot read must not stop the rest.
   */
  private Follower follower(SubscriberInterests stored, Agenda written) {
    Optional<SubscriberProfile> profile = profile(stored);
    Follower follower =
        new Follower(
            written.getNumber(),
            profile.orElseGet(() -> SubscriberProfile.neverDue(stored)),
            written.getCoveredUntil(),
            written.getToldThrough(),
            findings);
    if (profile.isEmpty()) {
      follower.setAside();
    }
    return follower;
  }

  private static Optional<SubscriberProfile> profile(SubscriberInterests stored) {
    try {
      return Optional.of(SubscriberProfile.of(stored));
    } catch (IllegalArgumentException _) {
      // Neither where people live nor what they are interested in belongs into a log.
      LOG.error(
          "subscriber {}: when digests are due cannot be read from what another version stored;"
              + " their papers wait until this can",
          stored.getSubscriberId());
      return Optional.empty();
    }
  }
}
