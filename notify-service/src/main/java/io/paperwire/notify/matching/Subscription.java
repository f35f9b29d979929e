package io.paperwire.notify.matching;

import java.util.List;

/**
 * What one subscriber wants to hear about.
 *
 * @param subscriberId opaque id
 * @param revision grows with each change
 * @param interests any of which a paper may match
 */
public record Subscription(String subscriberId, long revision, List<Interest> interests) {

  public Subscription {
    interests = List.copyOf(interests);
  }

  /** Whether every paper that another subscription asks for is surely asked for here, too. */
  public boolean covers(Subscription other) {
    return other.interests.stream()
        .allMatch(theirs -> interests.stream().anyMatch(ours -> ours.covers(theirs)));
  }
}
