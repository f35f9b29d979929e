package io.paperwire.notify.match;

import io.paperwire.index.PaperReader;
import io.paperwire.notify.matching.PaperInView;
import io.paperwire.schemas.EnrichedPaper;
import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The papers that wait, once each, however many they wait for. Those that were asked for lately are
 * at hand with their text analysed, because digests that are made one after another are about the
 * same papers.
 */
final class PaperShelf {

  /** About two days; what the heap has no room for is read again. */
  private static final int AT_HAND = 4_000;

  private final KeyValueStore<String, EnrichedPaper> store;
  private final PaperReader reader;
  private final Map<String, SoftReference<Shelved>> atHand = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * A paper that was read for matching.
   *
   * @param paper the record
   * @param read what matching reads of it
   * @param terms its words as taste asks for them, which few do
   */
  record Shelved(EnrichedPaper paper, PaperInView read, LateTerms terms) {

    /** Whether matching sees a difference. */
    boolean readsLike(Shelved other) {
      return read.read().paper().equals(other.read.read().paper())
          && read.meaning().equals(other.read.meaning());
    }
  }

  PaperShelf(KeyValueStore<String, EnrichedPaper> store, PaperReader reader) {
    this.store = store;
    this.reader = reader;
  }

  /**
   * Reads a record for matching. What is put on the shelf tells what was true when it was written.
   *
   * @param at event time of the record
   * @throws IllegalArgumentException if it makes no sense
   */
  Shelved read(EnrichedPaper paper, Instant at) {
    return read(PaperReading.asOf(paper, at));
  }

  private Shelved read(EnrichedPaper paper) {
    return new Shelved(
        paper,
        PaperInView.of(reader.read(PaperReading.paper(paper)), PaperReading.meaning(paper)),
        new LateTerms(paper));
  }

  /** The paper that waits under an id. */
  Optional<Shelved> find(String paperId) {
    SoftReference<Shelved> held = atHand.get(paperId);
    Shelved here = held == null ? null : held.get();
    if (here != null) {
      return Optional.of(here);
    }
    Optional<Shelved> found = Optional.ofNullable(store.get(paperId)).map(this::read);
    found.ifPresent(paper -> keepAtHand(paperId, paper));
    return found;
  }

  /** The paper that waits under an id. */
  Shelved get(String paperId) {
    return find(paperId).orElseThrow(() -> new IllegalStateException(paperId + " does not wait"));
  }

  /** Lets a paper wait that is soon asked for. */
  void putAtHand(Shelved paper) {
    put(paper);
    keepAtHand(paper.paper().getPaperId(), paper);
  }

  /**
   * Lets a paper wait. Of thousands that come at once and are asked for later, or by nobody, what
   * was analysed would fill the heap.
   */
  void put(Shelved paper) {
    String id = paper.paper().getPaperId();
    store.put(id, paper.paper());
    atHand.remove(id);
  }

  void remove(String paperId) {
    atHand.remove(paperId);
    store.delete(paperId);
  }

  /** The ids of all papers that wait, in the order of the store. */
  List<String> ids() {
    List<String> ids = new ArrayList<>();
    try (KeyValueIterator<String, EnrichedPaper> entries = store.all()) {
      while (entries.hasNext()) {
        ids.add(Objects.requireNonNull(entries.next().key));
      }
    }
    return ids;
  }

  private void keepAtHand(String id, Shelved paper) {
    atHand.put(id, new SoftReference<>(paper));
    if (atHand.size() > AT_HAND) {
      atHand.remove(atHand.keySet().iterator().next());
    }
  }
}
