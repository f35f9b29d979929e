package io.paperwire.notify.digest;

import java.time.Duration;
import java.time.Instant;

/**
 * How high a paper stands in a digest: seven tenths for how well it matches, two tenths for the
 * attention it gets, one tenth for how new it is. Attention is {@code votes / (votes + 20)}, so the
 * first votes count most; newness halves every two days. All parts, and so the score, are in [0,
 * 1].
 */
final class RankScore {

  private static final double MATCH_WEIGHT = 0.7;
  private static final double ATTENTION_WEIGHT = 0.2;
  private static final double NEWNESS_WEIGHT = 0.1;
  private static final double VOTES_OF_HALF_ATTENTION = 20;
  private static final Duration NEWNESS_HALF_LIFE = Duration.ofDays(2);

  private RankScore() {}

  /** The score of a paper in a digest that is due at a moment. */
  static double of(WaitingPaper paper, Instant due) {
    return MATCH_WEIGHT * paper.match()
        + ATTENTION_WEIGHT * attention(paper.votes())
        + NEWNESS_WEIGHT * newness(paper.firstSeenAt(), due);
  }

  private static double attention(long votes) {
    return votes / (votes + VOTES_OF_HALF_ATTENTION);
  }

  private static double newness(Instant firstSeenAt, Instant due) {
    double age = Math.max(0, Duration.between(firstSeenAt, due).toMillis());
    return Math.pow(2, -age / NEWNESS_HALF_LIFE.toMillis());
  }
}
