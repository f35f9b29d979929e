package io.paperwire.notify.match;

import io.paperwire.notify.paper.IdPaths;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.Link;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a paper is read: by preference a page about it, not a file. */
final class PaperAddress {

  private static final List<String> BY_PREFERENCE = List.of("abstract", "published", "pdf");

  private PaperAddress() {}

  /** The address; empty where no source gives one. */
  static String of(EnrichedPaper paper) {
    return Stream.concat(
            BY_PREFERENCE.stream().flatMap(rel -> link(paper, rel).stream()), doi(paper).stream())
        .findFirst()
        .orElse("");
  }

  private static Optional<String> link(EnrichedPaper paper, String rel) {
    return paper.getLinks().stream()
        .filter(link -> link.getRel().equals(rel))
        .map(Link::getUrl)
        .findFirst();
  }

  private static Optional<String> doi(EnrichedPaper paper) {
    return Optional.ofNullable(paper.getDoi()).map(IdPaths::ofDoi);
  }
}
