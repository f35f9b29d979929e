package io.paperwire.standalone.cli;

import io.paperwire.likeness.LearntTerms;
import io.paperwire.likeness.PaperTerms;
import io.paperwire.notify.matching.LikeThese.Example;
import io.paperwire.notify.matching.Meaning;
import io.paperwire.notify.matching.Taste;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A day of somebody's as the match role sees it.
 *
 * @param likes what they liked before
 * @param liked what that says in words
 * @param candidates what came
 * @param wanted ids of what was for them
 */
record TastedDay(
    List<Example> likes, LearntTerms liked, List<Candidate> candidates, Set<String> wanted) {

  /** Neither liked nor disliked. */
  private static final double UNKNOWN = 0.5;

  /**
   * A paper that came.
   *
   * @param meaning what it means, if it was embedded
   */
  record Candidate(String id, Optional<Meaning> meaning, PaperTerms terms) {}

  /** Ids of the candidates, best first by a taste. */
  List<String> orderedBy(Taste taste) {
    return candidates.stream()
        .sorted(
            Comparator.comparingDouble(
                    (Candidate paper) -> taste.of(paper.meaning(), paper::terms).orElse(UNKNOWN))
                .reversed())
        .map(Candidate::id)
        .toList();
  }

  /** Whether some candidate is wanted, so that there is something to find. */
  boolean canBeFound() {
    return candidates.stream().anyMatch(paper -> wanted.contains(paper.id()));
  }
}
