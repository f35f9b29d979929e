package io.paperwire.notify.web.likes;

import io.paperwire.notify.web.catalogue.HeldPaper;
import io.paperwire.notify.web.catalogue.StoredVector;
import java.util.Optional;

/**
 * An example that is to be added.
 *
 * @param paperId the paper's id; empty for a text
 * @param title the paper's title, or the beginning of the text
 * @param text the text; empty for a paper
 * @param vector what it means, if that is known
 */
record NewExample(
    Optional<String> paperId, String title, Optional<String> text, Optional<StoredVector> vector) {

  private static final int MOST_TITLE = 300;

  static NewExample of(HeldPaper paper) {
    return new NewExample(
        Optional.of(paper.paperId()), shortened(paper.title()), Optional.empty(), paper.vector());
  }

  static NewExample of(String title, String text, StoredVector vector) {
    return new NewExample(
        Optional.empty(), shortened(title), Optional.of(text), Optional.of(vector));
  }

  /** What tells it from the subscriber's others. */
  String key() {
    return paperId.or(() -> text).orElseThrow();
  }

  private static String shortened(String title) {
    return title.length() <= MOST_TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, title.codePointCount(0, MOST_TITLE - 1)))
            + "…";
  }
}
