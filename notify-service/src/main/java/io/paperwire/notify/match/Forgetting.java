package io.paperwire.notify.match;

import io.paperwire.notify.state.Notice;
import io.paperwire.schemas.EnrichedPaper;
import java.time.Duration;
import java.time.Instant;

/** Deletes notices after the time for which they are remembered, a slice at a time. */
final class Forgetting {

  private static final int SLICE = 1_000;

  private final Duration memory;
  private final NoticeBook notices;
  private final StoreWalk<StoreKey, Notice> walk;

  Forgetting(MatchSettings settings, MatchStores stores, NoticeBook notices) {
    this.memory = settings.memory();
    this.notices = notices;
    this.walk = new StoreWalk<>(stores.notices(), SLICE);
  }

  /** Whether a paper is so old that it may have been forgotten who was told of it. */
  boolean isTooOld(EnrichedPaper paper, Instant now) {
    return paper.getFirstSeenAt().isBefore(now.minus(memory));
  }

  /** Looks at the next slice. */
  void run(Instant now) {
    Instant forgotten = now.minus(memory);
    walk.next((_, notice) -> notice.getMatchedAt().isBefore(forgotten)).forEach(notices::forget);
  }
}
