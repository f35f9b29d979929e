package io.paperwire.notify.web.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A paper of the catalogue with what it means: one that somebody holds up as an example, or that is
 * near to another.
 *
 * @param paperId canonical id
 * @param title its title
 * @param vector what it means, once it was worked out
 */
public record HeldPaper(String paperId, String title, Optional<StoredVector> vector) {

  /** The columns that {@link #read} reads, of papers that a query calls {@code p}. */
  static final String COLUMNS =
      "p.paper_id, p.title, p.vector, p.vector_scale, p.vector_model, p.vector_version";

  static HeldPaper read(ResultSet row) throws SQLException {
    return new HeldPaper(row.getString("paper_id"), row.getString("title"), StoredVector.read(row));
  }
}
