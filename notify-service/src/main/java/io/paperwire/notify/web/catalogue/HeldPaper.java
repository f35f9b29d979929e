package io.paperwire.notify.web.catalogue;

import io.paperwire.notify.matching.Brevity;
import io.paperwire.notify.matching.Meaning;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A paper of the catalogue with what it means: one that somebody holds up as an example, or that is
 * near to another.
 *
 * @param paperId canonical id
 * @param doi its DOI as an id, such as {@code doi:10.1000/abc}, if one is known
 * @param title its title
 * @param titleOnly whether it is known without its abstract
 * @param vector what it means, once it was worked out
 */
public record HeldPaper(
    String paperId,
    Optional<String> doi,
    String title,
    boolean titleOnly,
    Optional<StoredVector> vector) {

  /** Whether a paper that a query calls {@code p} is known without its abstract. */
  public static final String TITLE_ONLY = "coalesce(p.abstract_text, '') = ''";

  /** The columns that {@link #read} reads, of papers that a query calls {@code p}. */
  static final String COLUMNS =
      "p.paper_id, p.doi, p.title, "
          + TITLE_ONLY
          + " as title_only, p.vector, p.vector_scale, p.vector_model, p.vector_version";

  /** So many papers are read at a time. */
  static final int MOST = 2_000;

  /** The papers that have some names, each an id or the DOI of a paper, by name. */
  public static Map<String, HeldPaper> of(Handle handle, Collection<String> names) {
    List<HeldPaper> papers =
        handle
            .createQuery(
                "select "
                    + COLUMNS
                    + " from papers p where p.paper_id = any(:names) or p.doi = any(:names)"
                    + " order by p.listed_at desc limit :most")
            .bindArray("names", String.class, names.toArray())
            .bind("most", MOST)
            .map((row, _) -> read(row))
            .list();
    Map<String, HeldPaper> held = new HashMap<>();
    papers.forEach(paper -> paper.doi().ifPresent(doi -> held.putIfAbsent(doi, paper)));
    papers.forEach(paper -> held.put(paper.paperId(), paper));
    return held;
  }

  static HeldPaper read(ResultSet row) throws SQLException {
    return new HeldPaper(
        row.getString("paper_id"),
        Optional.ofNullable(row.getString("doi")),
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
