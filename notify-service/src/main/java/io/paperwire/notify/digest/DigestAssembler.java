package io.paperwire.notify.digest;

import java.time.Instant;
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
   * Papers of the same score stand newest first. Scores are those after what a paper loses because
   * it repeats one above it, and so fall from the first to the last.
   *
   * @param waiting the papers that wait, each once, at least one, in any order
   * @throws IllegalArgumentException if no paper waits
   */
  public AssembledDigest assemble(DigestOccasion occasion, List<WaitingPaper> waiting) {
    if (waiting.isEmpty()) {
      throw new IllegalArgumentException(
          "no paper waits for " + occasion.subscriberId() + ": there is no digest to make");
    }
    DigestOrder order =
        occasion.order().held(waiting.stream().anyMatch(paper -> paper.taste().isPresent()));
    List<Scored> left = ranked(order, occasion.due(), waiting);
    List<RankedPaper> taken = new ArrayList<>();
    long bytes = 0;
    boolean full = false;
    while (!left.isEmpty() && !full) {
      Scored next = left.getFirst();
      bytes += next.paper().bytes();
      full = !taken.isEmpty() && (taken.size() == limits.items() || bytes > limits.bytes());
      if (!full) {
        taken.add(new RankedPaper(next.paper().paperId(), next.score()));
        left = below(next, left.subList(1, left.size()), order);
      }
    }
    List<String> ids = taken.stream().map(RankedPaper::paperId).toList();
    return new AssembledDigest(
        DigestId.of(occasion, ids),
        taken,
        left.stream().map(scored -> scored.paper().paperId()).toList());
  }

  private static List<Scored> ranked(DigestOrder order, Instant due, List<WaitingPaper> waiting) {
    return waiting.stream()
        .map(paper -> new Scored(paper, RankScore.of(paper, order, due), 0))
        .sorted(Scored.BEST_FIRST)
        .toList();
  }

  /** What is left, in its order, when a paper stands above it. */
  private static List<Scored> below(Scored above, List<Scored> left, DigestOrder order) {
    return left.stream()
        .map(scored -> scored.repeating(RankScore.repetition(scored.paper(), above.paper(), order)))
        .sorted(Scored.BEST_FIRST)
        .toList();
  }

  /**
   * A paper in the running.
   *
   * @param whole its score by itself
   * @param repetition what it loses to the paper above it that it repeats most
   */
  private record Scored(WaitingPaper paper, double whole, double repetition) {
    static final Comparator<Scored> BEST_FIRST =
        Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparing(scored -> scored.paper().firstSeenAt(), Comparator.reverseOrder())
            .thenComparing(scored -> scored.paper().paperId());

    double score() {
      return Math.max(0, whole - repetition);
    }

    Scored repeating(double another) {
      return new Scored(paper, whole, Math.max(repetition, another));
    }
  }
}
