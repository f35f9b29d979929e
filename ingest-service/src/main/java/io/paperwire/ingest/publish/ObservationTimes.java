package io.paperwire.ingest.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * When papers are seen, by a session. Who merges events may have nothing else to tell the later one
 * by: of two events of a paper the one that is written later was seen later, though both come with
 * one batch or the clock goes back. Belongs to one thread.
 */
final class ObservationTimes {

  /** What the contracts tell apart. */
  private static final Duration STEP = Duration.ofMillis(1);

  private final Map<String, Instant> ofPapers = new HashMap<>();
  private Instant batch = Instant.EPOCH;
  private Instant latest = Instant.EPOCH;

  /** Begins a batch, which is seen after all that came before it. */
  void begin(Instant now) {
    batch = later(now, latest.plus(STEP));
    ofPapers.clear();
  }

  /** When an event of a paper is seen. */
  Instant next(String paperId) {
    Instant seen = ofPapers.merge(paperId, batch, (before, _) -> before.plus(STEP));
    latest = later(latest, seen);
    return seen;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
