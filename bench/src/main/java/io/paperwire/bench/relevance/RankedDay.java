package io.paperwire.bench.relevance;

import io.paperwire.likeness.Profile;
import io.paperwire.likeness.ReadPaper;
import java.util.List;
import java.util.Set;

/**
 * A day of somebody's: what they liked before, what came, and what of it was for them.
 *
 * @param profile what they liked before
 * @param candidates what came
 * @param wanted ids of what was for them, some of the candidates
 */
public record RankedDay(Profile profile, List<ReadPaper> candidates, Set<String> wanted) {

  public RankedDay {
    candidates = List.copyOf(candidates);
    wanted = Set.copyOf(wanted);
  }

  /** Whether some candidate is wanted, so that there is something to find. */
  boolean canBeFound() {
    return candidates.stream().anyMatch(paper -> wanted.contains(paper.id()));
  }
}
