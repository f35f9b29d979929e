package io.paperwire.notify.match;

import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.SubscriberInterests;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What reaches the matcher: a paper, a subscriber, or that one of them is gone. */
sealed interface MatchCommand {

  /**
   * A paper is new or has changed.
   *
   * @param paper the paper as it is now
   */
  record PaperChanged(EnrichedPaper paper) implements MatchCommand {}

  /**
   * A paper that is one of many that are not new, is new or has changed. It is not read before its
   * turn comes.
   *
   * @param paperId the paper's id
   * @param record the paper as it is now, as it is stored
   */
  record PaperOfThePast(String paperId, ByteBuffer record) implements MatchCommand {}

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

  /** A record of the topic of interests; no value means that the subscriber is gone. */
  static MatchCommand ofInterests(String subscriberId, @Nullable SubscriberInterests interests) {
    return interests == null ? new SubscriberGone(subscriberId) : new InterestsChanged(interests);
  }
}
