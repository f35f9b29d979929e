package io.paperwire.notify.match;

import io.paperwire.index.Paper;
import io.paperwire.notify.matching.Match;
import io.paperwire.notify.matching.SubscriptionIndex;
import io.paperwire.topics.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The subscribers of one task, in memory. */
final class Subscribers {

  private final SubscriptionIndex index;
  private final Map<String, SubscriberProfile> profiles = new HashMap<>();

  Subscribers(Vocabulary vocabulary) {
    this.index = new SubscriptionIndex(vocabulary);
  }

  /**
   * Adds a subscriber or changes one.
   *
   * @return whether it was done; false if the same or a newer revision is known
   */
  boolean put(SubscriberProfile profile) {
    boolean isNew = index.put(profile.subscription());
    if (isNew) {
      profiles.put(profile.subscription().subscriberId(), profile);
    }
    return isNew;
  }

  void remove(String subscriberId) {
    index.remove(subscriberId);
    profiles.remove(subscriberId);
  }

  Optional<SubscriberProfile> find(String subscriberId) {
    return Optional.ofNullable(profiles.get(subscriberId));
  }

  List<Match> match(Paper paper) {
    return index.match(paper);
  }

  int count() {
    return profiles.size();
  }
}
