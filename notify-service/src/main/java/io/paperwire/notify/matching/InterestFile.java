package io.paperwire.notify.matching;

import io.paperwire.notify.matching.Followers.Following;
import java.util.List;

/**
 * Interests of one kind, filed under a feature that a paper must have to match them. Interests that
 * mean the same share one condition, which is looked at once a paper.
 */
interface InterestFile<I extends Interest> {

  /** Files an interest. */
  void add(I interest, Following following);

  /** Takes an interest out that was filed. */
  void remove(I interest, Following following);

  /** The conditions that a paper meets, each once. */
  List<Finding> match(Paper paper);
}
