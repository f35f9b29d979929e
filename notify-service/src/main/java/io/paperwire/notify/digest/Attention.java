package io.paperwire.notify.digest;

import java.time.Duration;
import java.time.Instant;

/**
 * The attention that a paper gets.
 *
 * @param votes upvotes so far, not negative
 * @param rate the attention at {@code asOf}, in which each vote counts 2^(-age / half-life)
 * @param asOf when the rate held
 * @param halfLife after so long a vote counts half, positive
 */
public record Attention(long votes, double rate, Instant asOf, Duration halfLife) {

  /** What counts is what people read now; that many once did counts a little. */
  private static final double OF_NOW = 0.9;

  /** At this rate attention is half of all that there can be; a paper that trends has it. */
  private static final double HALF_RATE = 10;

  private static final double HALF_VOTES = 20;

  public Attention {
    if (votes < 0) {
      throw new IllegalArgumentException("votes are not negative, as " + votes + " is");
    }
    if (!halfLife.isPositive()) {
      throw new IllegalArgumentException("a half-life is positive, as " + halfLife + " is not");
    }
  }

  /**
   * How much attention it gets at a moment, in [0, 1]: nine tenths what is left of the rate then,
   * one tenth all votes that there ever were. Of both the first count most.
   */
  public double at(Instant moment) {
    double halfLives = (double) Duration.between(asOf, moment).toMillis() / halfLife.toMillis();
    return OF_NOW * share(rate * Math.pow(2, -halfLives), HALF_RATE)
        + (1 - OF_NOW) * share((double) votes, HALF_VOTES);
  }

  /** {@code amount / (amount + half)}, which holds for the largest amounts too. */
  private static double share(double amount, double half) {
    return amount > 0 ? 1 / (1 + half / amount) : 0;
  }
}
