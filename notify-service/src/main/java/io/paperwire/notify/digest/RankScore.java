package io.paperwire.notify.digest;

import io.paperwire.notify.matching.Meaning;
import java.time.Duration;
import java.time.Instant;

/**
 * How high a paper stands in a digest: a half for how well it matches, two tenths for how much it
 * is to the subscriber's taste, two tenths for the attention it gets when the digest is due ({@link
 * Attention#at}), one tenth for how new it is; newness halves every two days. Where nothing is
 * known of the taste, the match has its two tenths too. Each weight is multiplied by the
 * subscriber's factor, and all are brought to a sum of 1 again. All parts, and so the score, are in
 * [0, 1].
 *
 * <p>A paper that means much the same as one that stands above it loses up to three tenths (maximal
 * marginal relevance; Carbonell and Goldstein, 1998): nothing up to a likeness of 0.6, as papers of
 * one field have, and all of it for the same text.
 */
final class RankScore {

  private static final double MATCH_WEIGHT = 0.5;
  private static final double TASTE_WEIGHT = 0.2;
  private static final double ATTENTION_WEIGHT = 0.2;
  private static final double NEWNESS_WEIGHT = 0.1;
  private static final double REPETITION_WEIGHT = 0.3;
  private static final double LIKENESS_OF_A_FIELD = 0.6;

  /** Where only taste counts, of a paper of which it is not known. */
  private static final double NEITHER_LIKED_NOR_DISLIKED = 0.5;

  private static final Duration NEWNESS_HALF_LIFE = Duration.ofDays(2);

  private RankScore() {}

  /** The score of a paper in a digest that is due at a moment. */
  static double of(WaitingPaper paper, DigestOrder order, Instant due) {
    boolean known = paper.taste().isPresent();
    double match = (known ? MATCH_WEIGHT : MATCH_WEIGHT + TASTE_WEIGHT) * order.match();
    double taste = known ? TASTE_WEIGHT * order.taste() : 0;
    double attention = ATTENTION_WEIGHT * order.attention();
    double newness = NEWNESS_WEIGHT * order.newness();
    double sum = match + taste + attention + newness;
    return sum == 0
        ? NEITHER_LIKED_NOR_DISLIKED
        : (match * paper.match()
                + taste * paper.taste().orElse(0)
                + attention * paper.attention().at(due)
                + newness * newness(paper.firstSeenAt(), due))
            / sum;
  }

  /** What a paper loses because it stands below another one. */
  static double repetition(WaitingPaper paper, WaitingPaper above, DigestOrder order) {
    double likeness =
        paper
            .meaning()
            .flatMap(mine -> above.meaning().map(theirs -> likeness(mine, theirs)))
            .orElse(0.0);
    double alike = Math.clamp((likeness - LIKENESS_OF_A_FIELD) / (1 - LIKENESS_OF_A_FIELD), 0, 1);
    return REPETITION_WEIGHT * order.variety() * alike;
  }

  private static double likeness(Meaning mine, Meaning theirs) {
    return mine.likeness(theirs).orElse(0);
  }

  private static double newness(Instant firstSeenAt, Instant due) {
    double age = Math.max(0, Duration.between(firstSeenAt, due).toMillis());
    return Math.pow(2, -age / NEWNESS_HALF_LIFE.toMillis());
  }
}
