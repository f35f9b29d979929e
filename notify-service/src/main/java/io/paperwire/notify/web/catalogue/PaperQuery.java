package io.paperwire.notify.web.catalogue;

import io.paperwire.interest.Clause.Contribution;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;

/** A query for papers: where to look, in which order, and under which conditions. */
final class PaperQuery {

  /**
   * A paper that was found.
   *
   * @param place what the list is ordered by
   * @param facts what interests ask of it besides
   * @param firstSeen when Paperwire first saw it
   * @param vector what it means, once it was worked out
   */
  record Row(
      ListedPaper paper,
      double place,
      PaperFacts facts,
      Instant firstSeen,
      Optional<StoredVector> vector) {}

  private static final int FETCH = 100;

  private final String from;
  private final String place;
  private final String order;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  /**
   * A query without conditions.
   *
   * @param from the tables, papers as {@code p}
   * @param place the expression that the list is ordered by
   * @param order the whole order
   */
  PaperQuery(String from, String place, String order) {
    this.from = from;
    this.place = place;
    this.order = order;
  }

  /** Adds a condition with the values that it names. */
  PaperQuery where(String condition, Map<String, ?> named) {
    conditions.add(condition);
    values.putAll(named);
    return this;
  }

  /** Adds a condition on what stands behind a cursor, if there is one. */
  PaperQuery where(
      Optional<Cursor> cursor, String condition, Function<Cursor, Map<String, Object>> named) {
    cursor.ifPresent(after -> where(condition, named.apply(after)));
    return this;
  }

  /** The first papers. */
  List<Row> read(Handle handle, int limit) {
    return query(handle, limit).map((result, _) -> row(result)).list();
  }

  /**
   * Looks at the first papers one by one, without reading all of them before.
   *
   * @param handle in a transaction
   * @param look returns whether to go on
   * @return whether it came to the end
   */
  boolean walk(Handle handle, int limit, Predicate<Row> look) {
    try (ResultIterator<Row> rows =
        query(handle, limit).setFetchSize(FETCH).map((result, _) -> row(result)).iterator()) {
      boolean on = true;
      while (on && rows.hasNext()) {
        on = look.test(rows.next());
      }
      return on;
    }
  }

  private Query query(Handle handle, int limit) {
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    String sql =
        "select p.*, %s as place from %s%s order by %s limit :limit"
            .formatted(place, from, where, order);
    return handle.createQuery(sql).bindMap(values).bind("limit", limit);
  }

  private static Row row(ResultSet result) throws SQLException {
    return new Row(
        paper(result),
        result.getDouble("place"),
        new PaperFacts(
            texts(result, "sources"),
            Optional.ofNullable(result.getString("last_change")),
            texts(result, "orcids")),
        result.getTimestamp("first_seen_at").toInstant(),
        StoredVector.read(result));
  }

  private static ListedPaper paper(ResultSet row) throws SQLException {
    return new ListedPaper(
        row.getString("paper_id"),
        row.getString("title"),
        Optional.ofNullable(row.getString("abstract_text")),
        Optional.ofNullable(row.getString("summary")),
        Optional.ofNullable(row.getString("summary_model")),
        texts(row, "authors"),
        texts(row, "categories"),
        texts(row, "likely_categories"),
        Optional.ofNullable(row.getString("contribution")).map(Contribution::valueOf),
        Optional.ofNullable(row.getTimestamp("published_at")).map(Timestamp::toInstant),
        row.getTimestamp("listed_at").toInstant(),
        changedAt(row),
        PaperStanding.ofCode(row.getString("status")),
        Optional.ofNullable(row.getString("url")),
        links(row),
        topics(row),
        isYetToCome(row, "places_until") ? places(row) : List.of(),
        row.getLong("votes"),
        isYetToCome(row, "trending_until"));
  }

  /** A version that is said to come out yet has changed nothing so far. */
  private static Instant changedAt(ResultSet row) throws SQLException {
    Timestamp changed = row.getTimestamp("changed_at");
    return changed == null || isYetToCome(row, "changed_at")
        ? row.getTimestamp("first_seen_at").toInstant()
        : changed.toInstant();
  }

  private static List<PaperLink> links(ResultSet row) throws SQLException {
    List<String> rels = texts(row, "link_rels");
    List<String> urls = texts(row, "link_urls");
    List<PaperLink> links = new ArrayList<>();
    for (int i = 0; i < rels.size(); i++) {
      links.add(new PaperLink(rels.get(i), urls.get(i)));
    }
    return links;
  }

  private static List<PaperTopic> topics(ResultSet row) throws SQLException {
    List<String> ids = texts(row, "topic_ids");
    List<String> labels = texts(row, "topic_labels");
    Double[] scores = (Double[]) elements(row, "topic_scores");
    List<PaperTopic> topics = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      topics.add(new PaperTopic(ids.get(i), labels.get(i), scores[i]));
    }
    return topics;
  }

  private static List<TopicPlace> places(ResultSet row) throws SQLException {
    List<String> topics = texts(row, "place_topics");
    List<String> labels = texts(row, "place_labels");
    Integer[] places = (Integer[]) elements(row, "places");
    List<TopicPlace> all = new ArrayList<>();
    for (int i = 0; i < topics.size(); i++) {
      all.add(new TopicPlace(topics.get(i), labels.get(i), places[i]));
    }
    return all;
  }

  private static boolean isYetToCome(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time != null && time.toInstant().isAfter(Instant.now());
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) elements(row, column));
  }

  private static Object elements(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    try {
      return array.getArray();
    } finally {
      array.free();
    }
  }
}
