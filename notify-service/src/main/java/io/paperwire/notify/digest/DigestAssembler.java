package io.paperwire.notify.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes digests out of waiting papers. */
public final class DigestAssembler {

  private final DigestLimits limits;

  /** Makes digests within limits. */
  public DigestAssembler(DigestLimits limits) {
    this.limits = limits;
  }

  /**
   * Takes the best papers, as many as fit. The best one is always taken, however large it is.
   * Papers of the same score stand newest first.
   *
   * @param waiting the papers that wait, each once, at least one, in any order
   * @throws IllegalArgumentException if no paper waits
   */
  public AssembledDigest assemble(DigestOccasion occasion, List<WaitingPaper> waiting) {
    if (waiting.isEmpty()) {
      throw new IllegalArgumentException(
          "no paper waits for " + occasion.subscriberId() + ": there is no digest to make");
    }
    List<RankedPaper> taken = new ArrayList<>();
    List<String> leftOver = new ArrayList<>();
    long bytes = 0;
    for (Scored next : ranked(occasion, waiting)) {
      bytes += next.paper().bytes();
      boolean fits = taken.size() < limits.items() && bytes <= limits.bytes();
      if (taken.isEmpty() || (leftOver.isEmpty() && fits)) {
        taken.add(new RankedPaper(next.paper().paperId(), next.score()));
      } else {
        leftOver.add(next.paper().paperId());
      }
    }
    List<String> ids = taken.stream().map(RankedPaper::paperId).toList();
    return new AssembledDigest(DigestId.of(occasion, ids), taken, leftOver);
  }

  private static List<Scored> ranked(DigestOccasion occasion, List<WaitingPaper> waiting) {
    return waiting.stream()
        .map(paper -> new Scored(paper, RankScore.of(paper, occasion.due())))
        .sorted(Scored.BEST_FIRST)
        .toList();
  }

  private record Scored(WaitingPaper paper, double score) {
    static final Comparator<Scored> BEST_FIRST =
        Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparing(scored -> scored.paper().firstSeenAt(), Comparator.reverseOrder())
            .thenComparing(scored -> scored.paper().paperId());
  }
}
