package io.paperwire.ingest.record;

import io.paperwire.ingest.identity.CanonicalId;
import java.time.Instant;
import java.util.Locale;

/**
 * Attention that a paper got.
 *
 * @param paperId the paper
 * @param source who counted
 * @param kind what kind of attention
 * @param count the difference to the last observation, not zero; negative when votes were taken
 *     back
 * @param at when it was given
 */
public record RecordedSignal(
    CanonicalId paperId, String source, Kind kind, long count, Instant at) {

  /** What kind of attention. */
  public enum Kind {
    /** A vote for the paper. */
    UPVOTE,
    /** A star for its code. */
    STAR,
    /** A citation of it. */
    CITATION,
    /** A comment on it. */
    COMMENT;

    /** The kind's name in JSON. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
