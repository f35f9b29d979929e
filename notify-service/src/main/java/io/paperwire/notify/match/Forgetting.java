package io.paperwire.notify.match;

import io.paperwire.notify.state.NoticeState;
import io.paperwire.notify.state.SentDigest;
import io.paperwire.schemas.EnrichedPaper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what is no longer needed, a slice at a time: digests and their notices after the time that
 * they are remembered, and papers that wait for nobody.
 */
final class Forgetting {

  /** A paper that no weekly digest has taken by then is looked at. */
  private static final Duration PAPER_AGE = Duration.ofDays(8);

  private static final int SLICE = 10_000;

  private final Duration memory;
  private final NoticeBook notices;
  private final Walk<StoreKey, SentDigest> digests;
  private final Walk<String, EnrichedPaper> papers;

  Forgetting(MatchSettings settings, MatchStores stores, NoticeBook notices) {
    this.memory = settings.memory();
    this.notices = notices;
    this.digests = new Walk<>(stores.digests());
    this.papers = new Walk<>(stores.papers());
  }

  /** Whether a paper is so old that it may have been forgotten who was told of it. */
  boolean isTooOld(EnrichedPaper paper, Instant now) {
    return paper.getFirstSeenAt().isBefore(now.minus(memory));
  }

  /** Looks at the next slice of each store. */
  void run(Instant now) {
    Instant forgotten = now.minus(memory);
    digests.next((_, digest) -> digest.getAt().isBefore(forgotten)).forEach(notices::forgetDigest);
    Instant settled = now.minus(PAPER_AGE);
    papers
        .next((id, paper) -> paper.getFirstSeenAt().isBefore(settled) && waitsForNobody(id))
        .forEach(notices::forgetPaper);
  }

  private boolean waitsForNobody(String paperId) {
    return !notices.of(paperId).containsValue(NoticeState.PENDING);
  }

  /** Goes through a store slice by slice, and from the end to the beginning again. */
  private static final class Walk<K, V> {
    private final KeyValueStore<K, V> store;
    private @Nullable K position;

    Walk(KeyValueStore<K, V> store) {
      this.store = store;
    }

    /** The keys of the next slice's entries for which something holds. */
    List<K> next(BiPredicate<K, V> filter) {
      List<K> keys = new ArrayList<>();
      try (KeyValueIterator<K, V> entries = store.range(position, null)) {
        int seen = 0;
        while (entries.hasNext() && seen++ < SLICE) {
          KeyValue<K, V> entry = entries.next();
          if (filter.test(entry.key, entry.value)) {
            keys.add(entry.key);
          }
        }
        position = entries.hasNext() ? entries.peekNextKey() : null;
      }
      return keys;
    }
  }
}
