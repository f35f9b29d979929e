package io.paperwire.notify.match;

import io.paperwire.notify.matching.Match;
import io.paperwire.notify.state.Notice;
import io.paperwire.notify.state.NoticeState;
import io.paperwire.notify.state.PendingPaper;
import io.paperwire.notify.state.SentDigest;
import io.paperwire.schemas.EnrichedPaper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What waits to be told to whom, and what was told. One notice for each paper and subscriber, found
 * by paper; each notice that waits is also found by subscriber, with its reasons; and each digest
 * that was made is found by subscriber, so that all of a subscriber's notices can be deleted. A
 * waiting paper itself is kept once, however many it waits for.
 */
final class NoticeBook {

  private final KeyValueStore<String, EnrichedPaper> papers;
  private final KeyValueStore<StoreKey, Notice> notices;
  private final KeyValueStore<StoreKey, PendingPaper> pending;
  private final KeyValueStore<StoreKey, SentDigest> digests;

  /** A paper that waits for a subscriber. */
  record Waiting(EnrichedPaper paper, PendingPaper pending) {}

  NoticeBook(MatchStores stores) {
    this.papers = stores.papers();
    this.notices = stores.notices();
    this.pending = stores.pending();
    this.digests = stores.digests();
  }

  /** Who has a notice of a paper. */
  Map<String, NoticeState> of(String paperId) {
    Map<String, NoticeState> states = new HashMap<>();
    try (KeyValueIterator<StoreKey, Notice> entries =
        notices.prefixScan(paperId, StoreKey.prefix())) {
      while (entries.hasNext()) {
        KeyValue<StoreKey, Notice> entry = entries.next();
        states.put(entry.key.second(), entry.value.getState());
      }
    }
    return states;
  }

  /** Takes over what has changed in a paper that is kept. */
  void refresh(EnrichedPaper paper) {
    if (papers.get(paper.getPaperId()) != null) {
      papers.put(paper.getPaperId(), trimmed(paper));
    }
  }

  /**
   * Lets a paper wait for subscribers who have no notice of it.
   *
   * @param matchedAt event time of the match
   */
  void add(EnrichedPaper paper, List<Match> matches, Instant matchedAt) {
    if (matches.isEmpty()) {
      return;
    }
    papers.put(paper.getPaperId(), trimmed(paper));
    for (Match match : matches) {
      pending.put(
          new StoreKey(match.subscriberId(), paper.getPaperId()),
          PendingReasons.pending(match, matchedAt));
      notices.put(
          new StoreKey(paper.getPaperId(), match.subscriberId()), new Notice(NoticeState.PENDING));
    }
  }

  /** Lets a paper wait for nobody any more. Who was told of it stays known. */
  void withdraw(String paperId) {
    of(paperId)
        .forEach(
            (subscriberId, state) -> {
              if (state == NoticeState.PENDING) {
                forgetWaiting(new StoreKey(subscriberId, paperId));
              }
            });
    papers.delete(paperId);
  }

  /** The papers that wait for a subscriber. */
  List<Waiting> waitingFor(String subscriberId) {
    List<Waiting> waiting = new ArrayList<>();
    try (KeyValueIterator<StoreKey, PendingPaper> entries =
        pending.prefixScan(subscriberId, StoreKey.prefix())) {
      while (entries.hasNext()) {
        KeyValue<StoreKey, PendingPaper> entry = entries.next();
        EnrichedPaper paper = papers.get(entry.key.second());
        waiting.add(new Waiting(Objects.requireNonNull(paper, entry.key::second), entry.value));
      }
    }
    return waiting;
  }

  /** Notes that papers which waited for a subscriber were told in a digest. */
  void sent(String subscriberId, String digestId, List<String> paperIds, Instant at) {
    for (String paperId : paperIds) {
      pending.delete(new StoreKey(subscriberId, paperId));
      notices.put(new StoreKey(paperId, subscriberId), new Notice(NoticeState.SENT));
    }
    digests.put(new StoreKey(subscriberId, digestId), new SentDigest(at, paperIds));
  }

  /** Deletes all that is known of a subscriber. */
  void erase(String subscriberId) {
    keys(pending, subscriberId).forEach(this::forgetWaiting);
    keys(digests, subscriberId).forEach(this::forgetDigest);
  }

  /** Lets a paper wait for a subscriber no more, as if it had never matched. */
  void forgetWaiting(StoreKey waiting) {
    String subscriberId = waiting.first();
    String paperId = waiting.second();
    pending.delete(waiting);
    notices.delete(new StoreKey(paperId, subscriberId));
  }

  /** Deletes a digest that was made, and the notices of its papers. */
  void forgetDigest(StoreKey digest) {
    SentDigest sent = digests.delete(digest);
    if (sent != null) {
      for (String paperId : sent.getPaperIds()) {
        notices.delete(new StoreKey(paperId, digest.first()));
      }
    }
  }

  /** Deletes a paper that waits for nobody. Who was told of it stays known. */
  void forgetPaper(String paperId) {
    papers.delete(paperId);
  }

  private static <V> List<StoreKey> keys(KeyValueStore<StoreKey, V> store, String first) {
    List<StoreKey> keys = new ArrayList<>();
    try (KeyValueIterator<StoreKey, V> entries = store.prefixScan(first, StoreKey.prefix())) {
      entries.forEachRemaining(entry -> keys.add(entry.key));
    }
    return keys;
  }

  /** A paper without what no digest tells. */
  private static EnrichedPaper trimmed(EnrichedPaper paper) {
    return EnrichedPaper.newBuilder(paper).clearVector().setSources(List.of()).build();
  }
}
