package io.paperwire.notify.match;

import io.paperwire.notify.digest.DigestLimits;
import java.time.Duration;

/**
 * How papers are matched and digests made.
 *
 * @param partitions partitions of the topic of interests, to each of which every paper goes
 * @param round what falls due waits so long, and what falls due meanwhile is told with it
 * @param digestsPerRound digests made in one look at most, so that reading goes on between them
 * @param limits how much one digest may hold
 * @param patience how long papers of the past are gathered for those who want to hear at once
 * @param memory how long it is remembered what was sent; a paper first seen longer ago is not sent
 *     any more
 * @param halfLife after so long a vote counts half; the rates of papers were measured with it
 */
public record MatchSettings(
    int partitions,
    Duration round,
    int digestsPerRound,
    DigestLimits limits,
    Duration patience,
    Duration memory,
    Duration halfLife) {

  public MatchSettings {
    requirePositive("partitions", partitions);
    requirePositive("round", round.toMillis());
    requirePositive("digests per round", digestsPerRound);
    requirePositive("patience", patience.toMillis());
    requirePositive("memory", memory.toMillis());
    requirePositive("half-life", halfLife.toMillis());
  }

  private static void requirePositive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException("match: " + name + " must be positive, not " + value);
    }
  }
}
