package io.paperwire.notify.web.catalogue;

import io.paperwire.notify.role.WebRole;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Answers what the pages ask about papers. All lists are paged by keyset. */
@Singleton
@WebRole
public class PaperCatalogue {

  /** The most papers of one page. */
  public static final int MOST = 100;

  /** What orders each list, as a SQL expression over the columns of papers, greatest first. */
  private static final String TIME = "extract(epoch from p.listed_at) * 1000";

  private static final String BEFORE = "(p.listed_at, p.paper_id) < (:time, :id)";
  private static final String BY_TIME = "p.listed_at desc, p.paper_id desc";

  private final Jdbi database;

  /** Made by Micronaut. */
  public PaperCatalogue(Jdbi database) {
    this.database = database;
  }

  /** All papers, the newest first. */
  public PaperPage newest(Optional<Cursor> from, int limit) {
    return page(
        new PaperQuery("papers p", TIME, BY_TIME).where(from, BEFORE, PaperCatalogue::time), limit);
  }

  /** The papers that get attention, the most first. Withdrawn papers are left out. */
  public PaperPage trending(Optional<Cursor> from, int limit) {
    return page(
        new PaperQuery("papers p", "p.trend_order", "p.trend_order desc, p.paper_id desc")
            .where("p.trend_order is not null and p.status <> 'withdrawn'", Map.of())
            .where(
                from,
                "(p.trend_order, p.paper_id) < (:place, :id)",
                cursor -> Map.of("place", cursor.place(), "id", cursor.paperId())),
        limit);
  }

  /** The papers of a day in UTC, those with the most votes first. */
  public PaperPage onDay(LocalDate day, Optional<Cursor> from, int limit) {
    return page(
        new PaperQuery("papers p", "p.votes", "p.votes desc, p.paper_id desc")
            .where("p.listed_day = :day", Map.of("day", day))
            .where(
                from,
                "(p.votes, p.paper_id) < (:votes, :id)",
                cursor -> Map.of("votes", (long) cursor.place(), "id", cursor.paperId())),
        limit);
  }

  /** The papers about a topic or a part of it, the newest first. */
  public PaperPage onTopic(String topic, Optional<Cursor> from, int limit) {
    return page(
        new PaperQuery(
                "paper_topics t join papers p on p.paper_id = t.paper_id",
                TIME,
                "t.listed_at desc, t.paper_id desc")
            .where("t.topic = :topic", Map.of("topic", topic))
            .where(from, "(t.listed_at, t.paper_id) < (:time, :id)", PaperCatalogue::time),
        limit);
  }

  /**
   * The papers that have all the words, best first: words of a title count most, then authors,
   * topics, abstract.
   *
   * @param text words; quotes hold a phrase together, a leading minus excludes, {@code or} is a
   *     choice
   */
  public PaperPage search(String text, Optional<Cursor> from, int limit) {
    String words = SearchText.query(text.replace("\0", ""));
    if (words.isEmpty()) {
      return new PaperPage(List.of(), Optional.empty());
    }
    String rank = "ts_rank_cd(p.words, q.query)::double precision";
    return page(
        new PaperQuery(
                "papers p, (select websearch_to_tsquery('simple', :words) as query) q",
                rank,
                rank + " desc, p.paper_id desc")
            .where("p.words @@ q.query", Map.of("words", words))
            .where(
                from,
                "(" + rank + ", p.paper_id) < (:place, :id)",
                cursor -> Map.of("place", cursor.place(), "id", cursor.paperId())),
        limit);
  }

  /** One paper. */
  public Optional<ListedPaper> paper(String id) {
    if (id.indexOf('\0') >= 0) {
      return Optional.empty(); // the database's texts have no such character, and refuse it
    }
    PaperQuery query =
        new PaperQuery("papers p", TIME, BY_TIME).where("p.paper_id = :id", Map.of("id", id));
    return database
        .withHandle(handle -> query.read(handle, 1).stream().findFirst())
        .map(PaperQuery.Row::paper);
  }

  /** The last day that has papers. */
  public Optional<LocalDate> latestDay() {
    return day("select max(listed_day) from papers", Map.of());
  }

  /** The nearest earlier day that has papers. */
  public Optional<LocalDate> dayBefore(LocalDate day) {
    return day("select max(listed_day) from papers where listed_day < :day", Map.of("day", day));
  }

  /** The nearest later day that has papers. */
  public Optional<LocalDate> dayAfter(LocalDate day) {
    return day("select min(listed_day) from papers where listed_day > :day", Map.of("day", day));
  }

  private Optional<LocalDate> day(String sql, Map<String, ?> values) {
    return database.withHandle(
        handle -> handle.createQuery(sql).bindMap(values).mapTo(LocalDate.class).findOne());
  }

  private PaperPage page(PaperQuery query, int limit) {
    int most = Math.clamp(limit, 1, MOST);
    List<PaperQuery.Row> rows = database.withHandle(handle -> query.read(handle, most + 1));
    if (rows.size() <= most) {
      return new PaperPage(rows.stream().map(PaperQuery.Row::paper).toList(), Optional.empty());
    }
    List<PaperQuery.Row> shown = rows.subList(0, most);
    PaperQuery.Row last = shown.getLast();
    return new PaperPage(
        shown.stream().map(PaperQuery.Row::paper).toList(),
        Optional.of(new Cursor(last.place(), last.paper().id())));
  }

  private static Map<String, Object> time(Cursor cursor) {
    return Map.of(
        "time",
        Timestamp.from(Instant.ofEpochMilli((long) cursor.place())),
        "id",
        cursor.paperId());
  }
}
