package io.paperwire.likeness;

import java.util.List;

/**
 * What likeness looks at in a paper.
 *
 * @param id the paper's id, by which it is told apart
 * @param title title; or a description in somebody's own words, in the place of a paper
 * @param abstractText abstract; empty if there is none
 * @param categories codes of categories, primary first; may be empty
 */
public record PaperText(String id, String title, String abstractText, List<String> categories) {

  public PaperText {
    categories = List.copyOf(categories);
  }
}
