package io.paperwire.notify.matching;

import java.util.ArrayList;
import java.util.List;

/** The interests that share one condition, in no particular order. */
final class Followers {

  private final List<Following> all = new ArrayList<>(1);

  /** One interest of one subscriber, which knows its place among the followers of its condition. */
  static final class Following {
    final String subscriberId;
    final Interest interest;
    private int place;

    Following(String subscriberId, Interest interest) {
      this.subscriberId = subscriberId;
      this.interest = interest;
    }
  }

  List<Following> all() {
    return all;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  void add(Following following) {
    following.place = all.size();
    all.add(following);
  }

  /** Takes one out in constant time: the last one moves to its place. */
  void remove(Following following) {
    Following last = all.removeLast();
    if (last != following) {
      last.place = following.place;
      all.set(last.place, last);
    }
  }
}
