package io.paperwire.notify.web.catalogue;

import io.paperwire.interest.Expression;
import io.paperwire.notify.matching.LikeThese;
import io.paperwire.notify.role.WebRole;
import io.paperwire.topics.Vocabulary;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

  /** So many papers one search looks at. */
  private static final int MOST_LOOKS = 2_000;

  private final CatalogueReads database;
  private final PaperJudge judge;

  /** Made by Micronaut. */
  PaperCatalogue(CatalogueReads database, Vocabulary vocabulary) {
    this.database = database;
    this.judge = new PaperJudge(vocabulary);
  }

  /** All papers, the newest first. */
  public PaperPage newest(Optional<Cursor> from, int limit) {
    return page(
        new PaperQuery("papers p", TIME, BY_TIME).where(from, BEFORE, PaperCatalogue::time), limit);
  }

  /**
   * The papers that are trending, those first that would do so for longest, which are those with
   * most attention. Withdrawn papers are left out.
   */
  public PaperPage trending(Optional<Cursor> from, int limit) {
    return page(
        new PaperQuery(
                "papers p",
                "extract(epoch from p.trending_until) * 1000",
                "p.trending_until desc, p.paper_id desc")
            .where("p.trending_until > now() and p.status <> 'withdrawn'", Map.of())
            .where(from, "(p.trending_until, p.paper_id) < (:time, :id)", PaperCatalogue::time),
        limit);
  }

  /**
   * The papers that got attention but are not trending, the most first, as decayed by now.
   * Withdrawn papers are left out.
   */
  public List<ListedPaper> noticed(int limit) {
    PaperQuery query =
        new PaperQuery("papers p", "p.trend_order", "p.trend_order desc, p.paper_id desc")
            .where("p.trend_order is not null and p.status <> 'withdrawn'", Map.of())
            .where("(p.trending_until is null or p.trending_until <= now())", Map.of());
    return page(query, limit).papers();
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
   * The papers that an interest matches, those first that say it in the title; where it asks for no
   * words and no authors, the newest first. The database finds what may match, which then is judged
   * as alerts are. It looks at so many papers at most, and so long; the page may then be short and
   * still have a next one.
   */
  public PaperPage search(Expression interest, Optional<Cursor> from, int limit) {
    SearchPlan plan = SearchPlan.of(interest);
    return matching(interest, ranked(plan, from).where(plan.condition(), plan.values()), limit);
  }

  /** The newest papers that an interest matches, of as many as a search looks at. */
  public List<ListedPaper> newest(Expression interest, int limit) {
    SearchPlan plan = SearchPlan.of(interest);
    PaperQuery query =
        new PaperQuery("papers p", TIME, BY_TIME).where(plan.condition(), plan.values());
    return matching(interest, query, limit).papers();
  }

  private PaperPage matching(Expression interest, PaperQuery query, int limit) {
    int most = Math.clamp(limit, 1, MOST);
    List<PaperQuery.Row> found = new ArrayList<>();
    List<PaperQuery.Row> seen = new ArrayList<>();
    boolean ended =
        database.walking(
            (handle, timeIsOver) ->
                query.walk(
                    handle,
                    MOST_LOOKS,
                    row -> {
                      if (judge.matches(interest, row)) {
                        found.add(row);
                      }
                      seen.add(row);
                      return found.size() <= most && !timeIsOver.getAsBoolean();
                    }));
    if (found.size() > most) {
      return page(found.subList(0, most), Optional.of(found.get(most - 1)));
    }
    boolean whole = ended && seen.size() < MOST_LOOKS;
    return page(found, whole ? Optional.empty() : Optional.of(seen.getLast()));
  }

  private static PaperQuery ranked(SearchPlan plan, Optional<Cursor> from) {
    Optional<String> ranking = plan.ranking();
    if (ranking.isEmpty()) {
      return new PaperQuery("papers p", TIME, BY_TIME).where(from, BEFORE, PaperCatalogue::time);
    }
    String rank = "ts_rank(p.words, q.query)::double precision";
    return new PaperQuery(
            "papers p, (select :ranking::tsquery as query) q",
            rank,
            rank + " desc, p.paper_id desc")
        .where("true", Map.of("ranking", ranking.get()))
        .where(
            from,
            "(" + rank + ", p.paper_id) < (:place, :id)",
            cursor -> Map.of("place", cursor.place(), "id", cursor.paperId()));
  }

  private static PaperPage page(List<PaperQuery.Row> rows, Optional<PaperQuery.Row> last) {
    return new PaperPage(
        rows.stream().map(PaperQuery.Row::paper).toList(),
        last.map(row -> new Cursor(row.place(), row.paper().id())));
  }

  /**
   * What an interest would have caught of the papers that are listed since a day, the newest first.
   * Withdrawn papers are left out, for they are told to nobody.
   *
   * @param since the first day, in UTC
   */
  public Catch caught(Expression interest, LocalDate since) {
    SearchPlan plan = SearchPlan.of(interest);
    return caught(
        since(since).where(plan.condition(), plan.values()),
        row -> judge.matches(interest, row),
        since);
  }

  /** The same for an interest in papers like others. */
  public Catch caught(LikeThese interest, LocalDate since) {
    return caught(
        since(since).where("p.vector is not null", Map.of()),
        row -> judge.matches(interest, row),
        since);
  }

  private static PaperQuery since(LocalDate since) {
    return new PaperQuery("papers p", TIME, BY_TIME)
        .where("p.listed_day >= :since and p.status <> 'withdrawn'", Map.of("since", since));
  }

  private Catch caught(PaperQuery query, Predicate<PaperQuery.Row> matches, LocalDate since) {
    Map<LocalDate, Integer> days = new TreeMap<>();
    List<ListedPaper> newest = new ArrayList<>();
    int[] looks = new int[1];
    LocalDate[] oldest = {since};
    boolean ended =
        database.walking(
            (handle, timeIsOver) ->
                query.walk(
                    handle,
                    MOST_LOOKS + 1,
                    row -> {
                      LocalDate day = LocalDate.ofInstant(row.paper().listedAt(), ZoneOffset.UTC);
                      if (looks[0]++ == MOST_LOOKS || timeIsOver.getAsBoolean()) {
                        oldest[0] = day;
                        return false;
                      }
                      if (matches.test(row)) {
                        days.merge(day, 1, Integer::sum);
                        if (newest.size() < Catch.SHOWN) {
                          newest.add(row.paper());
                        }
                      }
                      return true;
                    }));
    return new Catch(oldest[0], ended || oldest[0].equals(since), days, newest);
  }

  /** A paper as interests are judged on it, and when Paperwire first saw it. */
  public Optional<JudgedPaper> judged(String id) {
    return row(id).map(row -> judge.judged(row));
  }

  /** The papers that the catalogue has of some names, each an id or the DOI of a paper, by name. */
  public Map<String, HeldPaper> held(Collection<String> names) {
    return database.reading(handle -> HeldPaper.of(handle, names));
  }

  /**
   * The papers of some titles, however these are written, as far as the catalogue has them, by
   * title.
   */
  public Map<String, HeldPaper> heldByTitle(Collection<String> titles) {
    Map<String, String> keys = new HashMap<>();
    titles.forEach(title -> keys.put(title, SearchWords.key(title)));
    Map<String, HeldPaper> byKey =
        held("p.title_key = any(:values) and p.title_key <> ''", keys.values()).stream()
            .collect(
                Collectors.toMap(
                    paper -> SearchWords.key(paper.title()), paper -> paper, (one, _) -> one));
    Map<String, HeldPaper> found = new HashMap<>();
    keys.forEach(
        (title, key) ->
            Optional.ofNullable(byKey.get(key)).ifPresent(paper -> found.put(title, paper)));
    return found;
  }

  /** The papers of which somebody with an ORCID iD is an author. */
  public List<HeldPaper> heldOfAuthor(String orcid) {
    return held("p.orcids && cast(:values as text[])", List.of(orcid));
  }

  private List<HeldPaper> held(String condition, Collection<String> values) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "select "
                        + HeldPaper.COLUMNS
                        + " from papers p where "
                        + condition
                        + " order by p.listed_at desc limit :most")
                .bindArray("values", String.class, values.toArray())
                .bind("most", HeldPaper.MOST)
                .map((row, _) -> HeldPaper.read(row))
                .list());
  }

  /** The id of the paper that has a name: its id, or its DOI. */
  public Optional<String> idOf(String name) {
    return Optional.ofNullable(held(List.of(name)).get(name)).map(HeldPaper::paperId);
  }

  /** One paper. */
  public Optional<ListedPaper> paper(String id) {
    return row(id).map(PaperQuery.Row::paper);
  }

  private Optional<PaperQuery.Row> row(String id) {
    if (id.indexOf('\0') >= 0) {
      return Optional.empty(); // the database's texts have no such character, and refuse it
    }
    PaperQuery query =
        new PaperQuery("papers p", TIME, BY_TIME).where("p.paper_id = :id", Map.of("id", id));
    return database.reading(handle -> query.read(handle, 1).stream().findFirst());
  }

  /** The last day that has papers. */
  public Optional<LocalDate> latestDay() {
    return day("select max(listed_day) from papers", Map.of());
  }

  /** The first day that has papers. */
  public Optional<LocalDate> earliestDay() {
    return day("select min(listed_day) from papers", Map.of());
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
    return database.reading(
        handle -> handle.createQuery(sql).bindMap(values).mapTo(LocalDate.class).findOne());
  }

  private PaperPage page(PaperQuery query, int limit) {
    int most = Math.clamp(limit, 1, MOST);
    List<PaperQuery.Row> rows = database.reading(handle -> query.read(handle, most + 1));
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
