package io.paperwire.notify.match;

import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.SubscriberInterests;
import org.jspecify.annotations.Nullable;

/** What reaches the matcher: a paper, a subscriber, or that one of them is gone. */
sealed interface MatchCommand {

  /**
   * A paper is new or has changed.
   *
   * @param paper the paper as it is now
   * @param backlog whether it is one of many that are not new
   */
  record PaperChanged(EnrichedPaper paper, boolean backlog) implements MatchCommand {}

  /**
   * A paper was deleted.
   *
   * @param paperId the paper's id
   */
  record PaperGone(String paperId) implements MatchCommand {}

  /** A subscriber is new or wants something else. */
  record InterestsChanged(SubscriberInterests interests) implements MatchCommand {}

  /** A subscriber has left. */
  record SubscriberGone(String subscriberId) implements MatchCommand {}

  /** A record of the topic of papers; no value means that it is gone. */
  static MatchCommand ofPaper(String paperId, @Nullable EnrichedPaper paper, boolean backlog) {
    return paper == null ? new PaperGone(paperId) : new PaperChanged(paper, backlog);
  }

  /** A record of the topic of interests; no value means that the subscriber is gone. */
  static MatchCommand ofInterests(String subscriberId, @Nullable SubscriberInterests interests) {
    return interests == null ? new SubscriberGone(subscriberId) : new InterestsChanged(interests);
  }
}
