package io.paperwire.notify.match;

import io.paperwire.notify.state.BacklogPaper;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.stored.StoredRecords;
import io.paperwire.schemas.stored.UnknownVersion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Papers of the past that wait, the latest record of each: to be sent to all partitions in a {@link
 * PaperGate}, to be matched in a {@link MatchTask}. To put one aside costs next to nothing, so what
 * is new behind twenty thousand of them is matched at once, and they are taken up in the pauses.
 */
final class Backlog {

  private static final StoredRecords<EnrichedPaper> PAPERS = StoredRecords.of(EnrichedPaper.class);

  private final KeyValueStore<String, BacklogPaper> store;
  private long size;

  /** The paper that was taken last; the next one stands behind it, past all that is deleted. */
  private String last = "";

  /**
   * A paper that waits.
   *
   * @param paperId its id
   * @param record its latest record, as it is stored
   * @param at event time of that record
   */
  record Waiting(String paperId, ByteBuffer record, Instant at) {

    /**
     * What the record says.
     *
     * @throws UnknownVersion if a newer instance wrote it
     * @throws IOException if it is none
     */
    EnrichedPaper paper() throws IOException {
      return PAPERS.read(record);
    }
  }

  /** Takes up what a store holds. */
  Backlog(KeyValueStore<String, BacklogPaper> store) {
    this.store = store;
    try (KeyValueIterator<String, BacklogPaper> entries = store.all()) {
      entries.forEachRemaining(_ -> size++);
    }
  }

  /** How many papers wait. */
  long size() {
    return size;
  }

  /**
   * Lets a paper wait; an earlier record of it does no longer.
   *
   * @param record as it is stored; kept as it came, for thousands of them come at once
   */
  void add(String paperId, ByteBuffer record, Instant at) {
    boolean waits = waits(paperId);
    store.put(paperId, new BacklogPaper(record, at));
    size += waits ? 0 : 1;
  }

  /** Lets a paper wait no longer, because a later record of it is there. */
  void drop(String paperId) {
    if (waits(paperId)) {
      store.delete(paperId);
      size--;
    }
  }

  /** Takes one of the papers, of which there is one at least. */
  Waiting take() {
    KeyValue<String, BacklogPaper> next = behind(last).or(() -> behind("")).orElseThrow();
    last = next.key;
    drop(next.key);
    return new Waiting(next.key, next.value.getPaper(), next.value.getAt());
  }

  private boolean waits(String paperId) {
    return size > 0 && store.get(paperId) != null;
  }

  private Optional<KeyValue<String, BacklogPaper>> behind(String paperId) {
    try (KeyValueIterator<String, BacklogPaper> entries =
        paperId.isEmpty() ? store.all() : store.range(paperId, null)) {
      return entries.hasNext() ? Optional.of(entries.next()) : Optional.empty();
    }
  }
}
