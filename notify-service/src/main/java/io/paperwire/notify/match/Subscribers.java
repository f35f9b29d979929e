package io.paperwire.notify.match;

import io.paperwire.notify.matching.PaperInView;
import io.paperwire.notify.matching.SubscriptionIndex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The subscribers of one task, in memory. */
final class Subscribers {

  private final SubscriptionIndex index = new SubscriptionIndex();
  private final Map<String, Follower> followers = new HashMap<>();
  private final List<@Nullable Follower> byNumber = new ArrayList<>();

  /** Adds a subscriber. */
  void add(Follower follower) {
    followers.put(follower.id(), follower);
    int missing = follower.number() + 1 - byNumber.size();
    if (missing > 0) {
      byNumber.addAll(Collections.nCopies(missing, null));
    }
    byNumber.set(follower.number(), follower);
    index.put(follower.number(), follower.profile().subscription().interests());
  }

  /** Takes over what a subscriber wants from now on. */
  void change(Follower follower, SubscriberProfile profile) {
    follower.become(profile);
    index.put(follower.number(), profile.subscription().interests());
  }

  void remove(Follower follower) {
    index.remove(follower.number());
    followers.remove(follower.id());
    byNumber.set(follower.number(), null);
  }

  Optional<Follower> find(String subscriberId) {
    return Optional.ofNullable(followers.get(subscriberId));
  }

  /** Whose a number is; nobody's if they have left. */
  Optional<Follower> find(int number) {
    return number < byNumber.size() ? Optional.ofNullable(byNumber.get(number)) : Optional.empty();
  }

  /** For each paper the numbers of those who want it, ascending. */
  List<int[]> match(List<PaperInView> papers) {
    return index.match(papers);
  }

  /** Whether several papers cost less each when they are matched together. */
  boolean gainFromBlocks() {
    return index.hasLikeness();
  }

  int count() {
    return followers.size();
  }

  int interests() {
    return index.interests();
  }
}
