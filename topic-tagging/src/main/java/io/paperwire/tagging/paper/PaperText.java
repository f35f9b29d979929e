package io.paperwire.tagging.paper;

import java.util.List;

/**
 * What a tagger reads of a paper.
 *
 * @param title the title
 * @param abstractText the abstract; empty if there is none
 * @param categories arXiv categories; empty if they are not known
 */
public record PaperText(String title, String abstractText, List<String> categories) {

  public PaperText {
    categories = List.copyOf(categories);
  }
}
