package io.paperwire.tagging.paper;

import io.paperwire.topics.ArxivCategories;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is read of a paper.
 *
 * @param title the title
 * @param abstractText the abstract; empty if there is none
 * @param categories categories that its sources give, arXiv's or others; empty if there are none
 * @param published when it was published, at least the month; empty if it is not known
 */
public record PaperText(
    String title, String abstractText, List<String> categories, Optional<LocalDate> published) {

  public PaperText {
    categories = List.copyOf(categories);
  }

  /** A paper of which it is not known when it was published. */
  public PaperText(String title, String abstractText, List<String> categories) {
    this(title, abstractText, categories, Optional.empty());
  }

  /** Whether it is known to be in a category of arXiv. */
  public boolean hasArxivCategory() {
    return categories.stream().anyMatch(ArxivCategories.load()::mayInclude);
  }
}
