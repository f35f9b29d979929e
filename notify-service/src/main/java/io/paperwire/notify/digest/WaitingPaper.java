package io.paperwire.notify.digest;

import io.paperwire.notify.matching.Meaning;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A paper that waits to be told to a subscriber.
 *
 * @param paperId canonical id
 * @param match how well it matches the subscriber's interests, in [0, 1]
 * @param taste how much it is like what the subscriber likes, in [0, 1]; 0 is like what they do not
 *     like. Nothing if that is not known
 * @param attention the attention that it gets
 * @param firstSeenAt when Paperwire first saw the paper
 * @param bytes about how many bytes it takes in a digest
 * @param meaning what it means, if that is known
 */
public record WaitingPaper(
    String paperId,
    double match,
    OptionalDouble taste,
    Attention attention,
    Instant firstSeenAt,
    int bytes,
    Optional<Meaning> meaning) {

  public WaitingPaper {
    if (!(match >= 0 && match <= 1)) {
      throw new IllegalArgumentException(paperId + ": a match is in [0, 1], not " + match);
    }
  }
}
