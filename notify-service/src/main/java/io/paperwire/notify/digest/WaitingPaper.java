package io.paperwire.notify.digest;

import java.time.Instant;

/**
 * A paper that waits to be told to a subscriber.
 *
 * @param paperId canonical id
 * @param match how well it matches the subscriber's interests, in [0, 1]
 * @param votes upvotes so far, not negative
 * @param firstSeenAt when Paperwire first saw the paper
 * @param bytes about how many bytes it takes in a digest
 */
public record WaitingPaper(
    String paperId, double match, long votes, Instant firstSeenAt, int bytes) {

  public WaitingPaper {
    if (!(match >= 0 && match <= 1)) {
      throw new IllegalArgumentException(paperId + ": a match is in [0, 1], not " + match);
    }
    if (votes < 0) {
      throw new IllegalArgumentException(paperId + ": votes are not negative, as " + votes + " is");
    }
  }
}
