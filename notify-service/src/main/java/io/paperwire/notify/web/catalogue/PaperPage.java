package io.paperwire.notify.web.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list of papers.
 *
 * @param papers in the list's order
 * @param next where the next page begins; empty on the last page
 */
public record PaperPage(List<ListedPaper> papers, Optional<Cursor> next) {

  public PaperPage {
    papers = List.copyOf(papers);
  }
}
