package io.paperwire.notify.web.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * What interests ask of a paper and no list shows.
 *
 * @param sources who has told of it
 * @param lastChange what happened last, a name of {@link io.paperwire.interest.Clause.Kind}
 * @param orcids ORCID iDs of the authors in their order, empty where none is known
 */
record PaperFacts(List<String> sources, Optional<String> lastChange, List<String> orcids) {

  PaperFacts {
    sources = List.copyOf(sources);
    orcids = List.copyOf(orcids);
  }
}
