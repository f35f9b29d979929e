package io.paperwire.ingest.source.poll;

import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.source.Period;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.Progress;
import io.paperwire.ingest.upstream.Answer.Fetched;
import io.paperwire.ingest.upstream.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A part whose upstream answers with lists, page by page along a cursor.
 *
 * @param name among the parts of its source
 * @param format how the upstream is asked and its pages are read
 * @param rhythm when it is asked
 * @param period the time of the past that is read; empty for what is new from now on
 */
public record ListPart(String name, ListFormat format, Rhythm rhythm, Optional<Period> period)
    implements Part {

  private static final Set<Integer> UNKNOWN_CURSOR = Set.of(400, 404, 410, 422);

  /**
   * When a list is asked for.
   *
   * @param pollInterval how long to rest after a list
   * @param lookback how old a paper may be, when the part is read for the first time, to be new
   * @param overlapDays how many days before the last list was begun the next one begins
   */
  public record Rhythm(Duration pollInterval, Duration lookback, int overlapDays) {}

  /** A list of what is new from now on. */
  public ListPart(String name, ListFormat format, Rhythm rhythm) {
    this(name, format, rhythm, Optional.empty());
  }

  @Override
  public Optional<Part> backfill(Period past) {
    return format.hasPast()
        ? Optional.of(new ListPart(name + " " + past, format.ofPast(), rhythm, Optional.of(past)))
        : Optional.empty();
  }

  @Override
  public Duration pollInterval() {
    return rhythm.pollInterval();
  }

  @Override
  public Request request(Progress progress, Instant now) {
    return format.request(position(progress, now), end(now));
  }

  @Override
  public String place(Progress progress, Instant now) {
    return format.place(position(progress, now));
  }

  private Instant end(Instant now) {
    return period.map(past -> past.end(now)).orElse(now);
  }

  @Override
  public Reading read(Request request, Fetched answer, Progress progress, Instant now) {
    ListPosition position = position(progress, now);
    ListFormat.Situation situation = new ListFormat.Situation(position, progress, end(now), now);
    return switch (format.read(answer.body(), request, situation)) {
      case ListFormat.Page page -> understood(page, position, now);
      case ListFormat.CursorUnknown(String reason) -> begunAgain(reason, position);
      case ListFormat.NoPage(Reading reading) -> reading;
    };
  }

  private Reading understood(ListFormat.Page page, ListPosition position, Instant now) {
    Reading.Content content = page.content();
    if (page.next().isPresent() && page.next().equals(position.cursor())) {
      return new Reading.AskAgain("the page leads to itself");
    }
    ListPosition met = position.met(Items.newest(content, now), now);
    Instant answered = page.answered().orElse(now);
    ListPosition next =
        page.next()
            .map(cursor -> met.within(cursor, answered))
            .orElseGet(() -> met.afterList(answered, rhythm.overlapDays()));
    Map<String, Position> advances = new HashMap<>(content.counts());
    advances.put(name, next.reaching(page.reached()).toPosition());
    return new Reading.Understood(
            page.items() + " items",
            content,
            advances,
            page.next().isPresent() ? Duration.ZERO : rhythm.pollInterval())
        .ofItems(page.items());
  }

  private Reading begunAgain(String reason, ListPosition position) {
    return position.cursor().isEmpty()
        ? new Reading.AskAgain(reason)
        : new Reading.BeginAgain(reason, Map.of(name, position.anew().toPosition()));
  }

  @Override
  public Optional<Map<String, Position>> afterLoss(Progress progress) {
    return ListPosition.committed(progress, name)
        .flatMap(
            position ->
                position
                    .cursor()
                    .map(cursor -> Map.of(name, again(position, format.afterLoss(cursor)))));
  }

  /** A cursor is not kept for ever; the list, or a piece of it, is then begun again. */
  @Override
  public Optional<Map<String, Position>> afterRefusal(int status, Progress progress, Instant now) {
    return ListPosition.committed(progress, name)
        .filter(_ -> UNKNOWN_CURSOR.contains(status))
        .flatMap(
            position ->
                position
                    .cursor()
                    .map(
                        cursor ->
                            format
                                .afterRefusal(cursor)
                                .map(piece -> again(position, piece))
                                .orElseGet(() -> position.anew().toPosition())))
        .map(position -> Map.of(name, position));
  }

  private static Position again(ListPosition position, String cursor) {
    return position.at(cursor).toPosition();
  }

  @Override
  public Optional<Map<String, Position>> beyond(RawBytes body, Progress progress, Instant now) {
    ListPosition position = position(progress, now);
    return format
        .beyond(body, position, end(now))
        .map(cursor -> Map.of(name, position.within(cursor, now).toPosition()));
  }

  @Override
  public Optional<Instant> newsAt(Progress progress) {
    return ListPosition.committed(progress, name).flatMap(ListPosition::newsAt);
  }

  private ListPosition position(Progress progress, Instant now) {
    return ListPosition.of(progress, name, period, now.minus(rhythm.lookback()));
  }
}
