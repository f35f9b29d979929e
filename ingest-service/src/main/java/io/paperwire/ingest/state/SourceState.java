package io.paperwire.ingest.state;

import io.paperwire.ingest.judgement.Fingerprint;
import io.paperwire.ingest.judgement.Known;
import io.paperwire.ingest.judgement.Meaning;
import io.paperwire.ingest.record.RecordedSignal;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.Positions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of one source, as its committed state says. Changes are collected in a {@link
 * Draft} and taken over when their transaction has been committed. Belongs to one thread.
 */
public final class SourceState {

  private final String source;
  private final Map<String, Position> positions = new HashMap<>();
  private final SeenLedger papers = new SeenLedger();
  private final SignalMemory signals = new SignalMemory();

  /** An empty state of a source. */
  public SourceState(String source) {
    this.source = source;
  }

  /** How far the source has been read. */
  public Positions positions() {
    return new Positions(positions);
  }

  /** How many papers are known. */
  public int paperCount() {
    return papers.size();
  }

  /**
   * Takes a committed entry of this source over.
   *
   * @throws IOException if the value is not what the key promises
   */
  void load(StateKey key, Optional<ByteBuffer> value) throws IOException {
    switch (key) {
      case StateKey.PositionKey(_, String part) -> {
        if (value.isPresent()) {
          positions.put(
              part, new Position(StateValues.POSITIONS.read(value.get()).getAttributes()));
        }
      }
      case StateKey.PaperKey(_, String paperId) -> {
        if (value.isPresent()) {
          papers.put(paperId, known(StateValues.PAPERS.read(value.get())));
        }
      }
      case StateKey.SignalKey signal -> loadSignal(signal, value);
      case StateKey.LeaseKey _ -> {} // tells others that the source is being read
    }
  }

  private void loadSignal(StateKey.SignalKey key, Optional<ByteBuffer> value) throws IOException {
    if (value.isEmpty()) {
      signals.remove(key.fingerprint());
    } else {
      signals.add(key.fingerprint(), StateValues.SIGNALS.read(value.get()).getAt());
    }
  }

  private static Known known(SeenPaper seen) {
    Meaning meaning =
        new Meaning(
            seen.getContent(),
            seen.getText(),
            seen.getPublication(),
            seen.getCategories(),
            seen.getCategoryCount(),
            seen.getWithdrawn());
    return new Known(seen.getVersion(), meaning, seen.getAnnounced());
  }

  /** Begins a change. */
  public Draft draft(Instant now) {
    return new Draft(now);
  }

  /** A change of the state that is not committed yet. */
  public final class Draft {

    private final Instant now;
    private final Map<String, Known> draftPapers = new HashMap<>();
    private final Map<String, Position> draftPositions = new HashMap<>();
    private final Set<Long> draftSignals = new LinkedHashSet<>();
    private final List<Long> expiredSignals;

    private Draft(Instant now) {
      this.now = now;
      this.expiredSignals = signals.expired(now);
    }

    /** What is known of a paper, this change included. */
    public Optional<Known> known(String paperId) {
      return Optional.ofNullable(draftPapers.get(paperId)).or(() -> papers.get(paperId));
    }

    /** Notes what is known of a paper now. */
    public void remember(String paperId, Known known) {
      draftPapers.put(paperId, known);
    }

    /** Notes a signal; false if it has been counted before. */
    public boolean count(RecordedSignal signal) {
      long fingerprint =
          Fingerprint.start()
              .add(signal.paperId().value())
              .add(signal.source())
              .add(signal.kind().label())
              .add(signal.count())
              .add(signal.at().toEpochMilli())
              .bits();
      return !signals.has(fingerprint, now) && draftSignals.add(fingerprint);
    }

    /** Notes how far a part of the source is. */
    public void advance(Map<String, Position> advances) {
      draftPositions.putAll(advances);
    }

    /** What to write in the transaction. */
    public List<StateEntry> entries() {
      List<StateEntry> entries = new ArrayList<>();
      for (long expired : expiredSignals) { // first: one may have been counted anew
        entries.add(StateEntry.deleted(new StateKey.SignalKey(source, expired)));
      }
      draftPapers.forEach((id, known) -> entries.add(StateEntry.paper(source, id, known)));
      draftSignals.forEach(bits -> entries.add(StateEntry.signal(source, bits, now)));
      draftPositions.forEach(
          (part, position) -> entries.add(StateEntry.position(source, part, position, now)));
      return entries;
    }

    /** Takes the change over after its transaction has been committed. */
    public void committed() {
      draftPapers.forEach(papers::put);
      positions.putAll(draftPositions);
      expiredSignals.forEach(signals::remove);
      draftSignals.forEach(counted -> signals.add(counted, now));
    }
  }
}
