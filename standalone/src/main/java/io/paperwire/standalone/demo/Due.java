package io.paperwire.standalone.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The papers that a subscriber is due, each once.
 *
 * @param must ids of those that match as they are known last
 * @param may these, and those that matched before they were revised or withdrawn: whoever was told
 *     by then was told rightly
 */
record Due(Set<String> must, Set<String> may) {

  Due {
    must = Set.copyOf(must);
    may = Set.copyOf(may);
  }

  /** Ids of the papers that have still to come. */
  Set<String> missing(List<Delivered> delivered) {
    return Ids.minus(must, ids(delivered));
  }

  /** What is wrong with what was delivered; nothing if it is what is due. */
  Optional<String> differences(List<Delivered> delivered) {
    Set<String> seen = ids(delivered);
    Set<String> missing = missing(delivered);
    Set<String> tooMany = Ids.minus(seen, may);
    int repeated = delivered.size() - seen.size();
    return missing.isEmpty() && tooMany.isEmpty() && repeated == 0
        ? Optional.empty()
        : Optional.of(
            "got %d papers, missing %s, too many %s, %d of them repeated"
                .formatted(delivered.size(), Ids.few(missing), Ids.few(tooMany), repeated));
  }

  private static Set<String> ids(List<Delivered> delivered) {
    return delivered.stream()
        .map(Delivered::paperId)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
