package io.paperwire.notify.matching;

import java.util.Comparator;
import java.util.List;

/**
 * A subscriber whose interests a paper matches.
 *
 * @param subscriberId opaque id
 * @param reasons why, strongest first, at least one
 */
public record Match(String subscriberId, List<Reason> reasons) {

  private static final Comparator<Reason> STRONGEST_FIRST =
      Comparator.comparingDouble(Reason::score).reversed().thenComparing(Reason::interestId);

  public Match {
    reasons = reasons.stream().sorted(STRONGEST_FIRST).toList();
  }

  /**
   * How well the paper matches, in [0, 1]: the chance that at least one reason holds, were each as
   * likely as its score says and independent of the others. Two reasons weigh more than the
   * stronger of them alone.
   */
  public double score() {
    double doubt = 1;
    for (Reason reason : reasons) {
      doubt *= 1 - reason.score();
    }
    return 1 - doubt;
  }
}
