package io.paperwire.index;

import io.paperwire.interest.Expression;
import java.util.List;

/** Whether a paper matches an interest, and why. */
public sealed interface Judgement {

  /**
   * It does.
   *
   * @param reasons the clauses that made it match, in the order of the interest; none if all that
   *     was asked is that something be absent
   * @param score how sure it is, in [0, 1]
   */
  record Matches(List<Reason> reasons, double score) implements Judgement {

    public Matches {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * It does not.
   *
   * @param condition the first part of the interest that failed
   * @param because what the paper has instead, as one sentence without a full stop
   */
  record Misses(Expression condition, String because) implements Judgement {}
}
