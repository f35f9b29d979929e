package io.paperwire.notify.match;

import io.paperwire.notify.state.NoticeState;
import io.paperwire.notify.state.PendingPaper;
import io.paperwire.notify.state.SentDigest;
import io.paperwire.schemas.EnrichedPaper;
import java.time.Duration;
import java.time.Instant;

/**
 * Deletes what is no longer needed, a slice at a time: digests and their notices after the time
 * that they are remembered, and papers that wait for nobody.
 */
final class Forgetting {

  /** A paper that no weekly digest has taken by then is looked at. */
  private static final Duration PAPER_AGE = Duration.ofDays(8);

  private static final int SLICE = 1_000;

  private final Duration memory;
  private final NoticeBook notices;
  private final StoreWalk<StoreKey, SentDigest> digests;
  private final StoreWalk<StoreKey, PendingPaper> pending;
  private final StoreWalk<String, EnrichedPaper> papers;

  Forgetting(MatchSettings settings, MatchStores stores, NoticeBook notices) {
    this.memory = settings.memory();
    this.notices = notices;
    this.digests = new StoreWalk<>(stores.digests(), SLICE);
    this.pending = new StoreWalk<>(stores.pending(), SLICE);
    this.papers = new StoreWalk<>(stores.papers(), SLICE);
  }

  /** Whether a paper is so old that it may have been forgotten who was told of it. */
  boolean isTooOld(EnrichedPaper paper, Instant now) {
    return paper.getFirstSeenAt().isBefore(now.minus(memory));
  }

  /** Looks at the next slice of each store. */
  void run(Instant now) {
    Instant forgotten = now.minus(memory);
    digests.next((_, digest) -> digest.getAt().isBefore(forgotten)).forEach(notices::forgetDigest);
    pending
        .next((_, waiting) -> waiting.getMatchedAt().isBefore(forgotten))
        .forEach(notices::forgetWaiting);
    Instant settled = now.minus(PAPER_AGE);
    papers
        .next((id, paper) -> paper.getFirstSeenAt().isBefore(settled) && waitsForNobody(id))
        .forEach(notices::forgetPaper);
  }

  private boolean waitsForNobody(String paperId) {
    return !notices.of(paperId).containsValue(NoticeState.PENDING);
  }
}
