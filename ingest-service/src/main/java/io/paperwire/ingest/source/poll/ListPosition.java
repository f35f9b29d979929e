package io.paperwire.ingest.source.poll;

import io.paperwire.ingest.record.SourceRecord.Announcement;
import io.paperwire.ingest.source.Period;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far a part has been read whose upstream answers with lists: all that changed since a day,
 * page by page, and then again from the day on which that list was begun.
 *
 * @param newSince papers whose first version is as young as that are new; set when the part is read
 *     for the first time
 * @param from the day that the current list begins with
 * @param cursor the next page of the current list, in the upstream's words; empty where a list is
 *     to be begun
 * @param begun when the first page of the current list was answered
 * @param newsAt when a paper was met last that is newer than any before
 * @param newest the date of the newest paper or version met
 * @param reached the date that the list has come to, where it goes by other dates than those of its
 *     papers
 */
public record ListPosition(
    Instant newSince,
    LocalDate from,
    Optional<String> cursor,
    Optional<Instant> begun,
    Optional<Instant> newsAt,
    Instant newest,
    Optional<Instant> reached) {

  private static final String NEW_SINCE = "newSince";
  private static final String FROM = "from";
  private static final String CURSOR = "cursor";
  private static final String BEGUN = "begun";
  private static final String NEWS_AT = "newsAt";
  private static final String NEWEST = "newest";
  private static final String REACHED = "reached";

  /**
   * The position of a part that may never have been read.
   *
   * @param period the time of the past that the part reads; a list that has come to its end is
   *     begun again there
   * @param newSince what is new where there is no period
   */
  public static ListPosition of(
      Progress progress, String part, Optional<Period> period, Instant newSince) {
    return committed(progress, part)
        .filter(position -> period.isEmpty() || position.cursor().isPresent())
        .orElseGet(() -> start(period.map(Period::start).orElse(newSince)));
  }

  /** The position of a part that has been read. */
  public static Optional<ListPosition> committed(Progress progress, String part) {
    return progress.of(part).flatMap(ListPosition::of);
  }

  private static ListPosition start(Instant newSince) {
    return new ListPosition(
        newSince,
        day(newSince),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        Optional.empty());
  }

  /** Reads a committed position; empty if it is none of a list. */
  public static Optional<ListPosition> of(Position position) {
    return position
        .get(NEW_SINCE)
        .flatMap(newSince -> position.get(FROM).map(from -> of(position, newSince, from)));
  }

  private static ListPosition of(Position position, String newSince, String from) {
    return new ListPosition(
        Instant.parse(newSince),
        LocalDate.parse(from),
        position.get(CURSOR),
        position.get(BEGUN).map(Instant::parse),
        position.get(NEWS_AT).map(Instant::parse),
        position.get(NEWEST).map(Instant::parse).orElse(Instant.EPOCH),
        position.get(REACHED).map(Instant::parse));
  }

  /** The position as it is committed. */
  public Position toPosition() {
    Map<String, String> attributes = new HashMap<>();
    attributes.put(NEW_SINCE, newSince.toString());
    attributes.put(FROM, from.toString());
    attributes.put(NEWEST, newest.toString());
    cursor.ifPresent(text -> attributes.put(CURSOR, text));
    begun.ifPresent(time -> attributes.put(BEGUN, time.toString()));
    newsAt.ifPresent(time -> attributes.put(NEWS_AT, time.toString()));
    reached.ifPresent(date -> attributes.put(REACHED, date.toString()));
    return new Position(attributes);
  }

  /**
   * What the dates of a paper say of it.
   *
   * @param first when its first version came; empty where that is not known
   * @param last when its last version came
   */
  public Announcement announcement(Optional<Instant> first, Instant last) {
    if (first.filter(date -> !date.isBefore(newSince)).isPresent()) {
      return Announcement.NEW;
    }
    return last.isBefore(newSince) ? Announcement.STANDING : Announcement.REPLACEMENT;
  }

  /** After a page that another one follows. */
  public ListPosition within(String next, Instant answered) {
    Optional<Instant> since = begun.or(() -> Optional.of(answered));
    return new ListPosition(newSince, from, Optional.of(next), since, newsAt, newest, reached);
  }

  /** At another page of the current list. */
  public ListPosition at(String page) {
    return new ListPosition(newSince, from, Optional.of(page), begun, newsAt, newest, reached);
  }

  /** After a page that may tell the date that the list has come to. */
  ListPosition reaching(Optional<Instant> date) {
    return new ListPosition(newSince, from, cursor, begun, newsAt, newest, date.or(() -> reached));
  }

  /**
   * At the end of a list. The next one begins some days before this one was begun: what changed
   * while the list was read is in neither else, and upstreams are not exact about days.
   *
   * @param answered when the last page was answered
   * @param overlapDays how many days before
   */
  public ListPosition afterList(Instant answered, int overlapDays) {
    LocalDate day = day(begun.orElse(answered)).minusDays(overlapDays);
    return anew(day.isBefore(from) ? from : day);
  }

  /** The current list is to be begun again. */
  public ListPosition anew() {
    return anew(from);
  }

  private ListPosition anew(LocalDate day) {
    return new ListPosition(
        newSince, day, Optional.empty(), Optional.empty(), newsAt, newest, Optional.empty());
  }

  /** A paper or version of a date was met; a date to come, noted by a former version, is undone. */
  public ListPosition met(Instant date, Instant now) {
    return date.isAfter(newest.isAfter(now) ? Instant.EPOCH : newest)
        ? new ListPosition(newSince, from, cursor, begun, Optional.of(now), date, reached)
        : this;
  }

  private static LocalDate day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
