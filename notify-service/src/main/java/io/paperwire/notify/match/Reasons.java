package io.paperwire.notify.match;

import io.paperwire.notify.matching.Match;
import io.paperwire.notify.matching.Subscription;
import io.paperwire.notify.matching.Wishes;
import io.paperwire.notify.state.PendingPaper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Why a paper waits for a subscriber. As a rule that is found out when the digest is made. It is
 * written down beforehand where it could not be found out then: when a paper or a subscriber's
 * interests change so that the one no longer matches the other.
 */
final class Reasons {

  private final KeyValueStore<StoreKey, PendingPaper> kept;
  private final Function<Subscription, Wishes> reader;

  /**
   * The reasons of one task.
   *
   * @param reader reads what a subscriber asks for
   */
  Reasons(KeyValueStore<StoreKey, PendingPaper> kept, Function<Subscription, Wishes> reader) {
    this.kept = kept;
    this.reader = reader;
  }

  /** What is kept for a subscriber, by paper. */
  Map<String, Match> keptFor(Follower follower) {
    if (!follower.hasKeptReasons()) {
      return Map.of();
    }
    Map<String, Match> found = new HashMap<>();
    try (KeyValueIterator<StoreKey, PendingPaper> entries =
        kept.prefixScan(follower.id(), StoreKey.prefix())) {
      while (entries.hasNext()) {
        KeyValue<StoreKey, PendingPaper> entry = entries.next();
        found.put(entry.key.second(), PendingReasons.match(follower.id(), entry.value));
      }
    }
    return found;
  }

  /** Reads what a subscriber asks for: once for all papers that are to be held against it. */
  Wishes read(Subscription subscription) {
    return reader.apply(subscription);
  }

  /**
   * Writes down why a paper waits, if that was not done before.
   *
   * @param wishes what let it wait
   */
  void keep(Follower follower, Wishes wishes, PaperShelf.Shelved paper) {
    StoreKey key = new StoreKey(follower.id(), paper.paper().getPaperId());
    if (follower.hasKeptReasons() && kept.get(key) != null) {
      return;
    }
    wishes
        .explain(paper.read())
        .ifPresent(
            match -> {
              kept.put(key, PendingReasons.pending(match));
              follower.setHasKeptReasons(true);
            });
  }

  /** Drops what is kept, because the paper waits for the subscriber no more. */
  void drop(Follower follower, String paperId) {
    if (follower.hasKeptReasons()) {
      kept.delete(new StoreKey(follower.id(), paperId));
    }
  }

  /** Drops all that is kept for a subscriber. */
  void drop(Follower follower) {
    List<StoreKey> keys = new ArrayList<>();
    if (follower.hasKeptReasons()) {
      keptFor(follower).keySet().forEach(paperId -> keys.add(new StoreKey(follower.id(), paperId)));
    }
    keys.forEach(kept::delete);
    follower.setHasKeptReasons(false);
  }

  /** Those for whom something is kept. */
  List<String> subscribers() {
    List<String> ids = new ArrayList<>();
    try (KeyValueIterator<StoreKey, PendingPaper> entries = kept.all()) {
      entries.forEachRemaining(entry -> ids.add(entry.key.first()));
    }
    return ids;
  }
}
