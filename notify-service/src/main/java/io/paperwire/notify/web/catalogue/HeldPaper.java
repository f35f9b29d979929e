package io.paperwire.notify.web.catalogue;

import io.paperwire.notify.matching.Brevity;
import io.paperwire.notify.matching.Meaning;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A paper of the catalogue with what it means: one that somebody holds up as an example, or that is
 * near to another.
 *
 * @param paperId canonical id
 * @param title its title
 * @param titleOnly whether it is known without its abstract
 * @param vector what it means, once it was worked out
 */
public record HeldPaper(
    String paperId, String title, boolean titleOnly, Optional<StoredVector> vector) {

  /** Whether a paper that a query calls {@code p} is known without its abstract. */
  public static final String TITLE_ONLY = "coalesce(p.abstract_text, '') = ''";

  /** The columns that {@link #read} reads, of papers that a query calls {@code p}. */
  static final String COLUMNS =
      "p.paper_id, p.title, "
          + TITLE_ONLY
          + " as title_only, p.vector, p.vector_scale, p.vector_model, p.vector_version";

  static HeldPaper read(ResultSet row) throws SQLException {
    return new HeldPaper(
        row.getString("paper_id"),
        row.getString("title"),
        row.getBoolean("title_only"),
        StoredVector.read(row));
  }

  /** What it means, once it was worked out. */
  Optional<Meaning> meaning() {
    return vector.map(
        known -> known.meaning().ofWords(titleOnly ? Brevity.words(title) : Brevity.NONE));
  }
}
