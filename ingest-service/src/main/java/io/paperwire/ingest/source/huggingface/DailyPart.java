package io.paperwire.ingest.source.huggingface;

import io.paperwire.ingest.format.JsonView;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.identity.ArxivId;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.RecordedSignal;
import io.paperwire.ingest.record.RecordedSignal.Kind;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.Progress;
import io.paperwire.ingest.source.poll.Counts;
import io.paperwire.ingest.source.poll.Items;
import io.paperwire.ingest.source.poll.Part;
import io.paperwire.ingest.source.poll.Reading;
import io.paperwire.ingest.source.poll.Reading.Content;
import io.paperwire.ingest.upstream.Answer.Fetched;
import io.paperwire.ingest.upstream.Request;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lists of the last days, from the oldest to today's, and again from the start. */
final class DailyPart implements Part {

  /** The source's name. */
  static final String SOURCE = "hugging-face";

  private static final String NAME = "daily";
  private static final int PAGE_ITEMS = 100;

  /** Whose stars were counted last, among the counts of a paper. */
  private static final String REPOSITORY = "repository";

  private final String baseUrl;
  private final DailyPapers papers;
  private final Duration pollInterval;
  private final int days;

  DailyPart(URI baseUrl, DailyPapers papers, Duration pollInterval, int days) {
    this.baseUrl = baseUrl.toString().replaceAll("/+$", "");
    this.papers = papers;
    this.pollInterval = pollInterval;
    this.days = days;
  }

  /**
   * Which page is next.
   *
   * @param day whose list; empty for the oldest that is read
   * @param page number, from 0
   * @param newsAt when a paper was met last in a list younger than any before
   * @param newest the youngest list that held a paper
   */
  private record Place(
      Optional<LocalDate> day, int page, Optional<Instant> newsAt, LocalDate newest) {

    static Place of(Optional<Position> position) {
      return new Place(
          position.flatMap(at -> at.get("day")).map(LocalDate::parse),
          position.flatMap(at -> at.get("page")).map(Integer::parseInt).orElse(0),
          position.flatMap(at -> at.get("newsAt")).map(Instant::parse),
          position.flatMap(at -> at.get("newest")).map(LocalDate::parse).orElse(LocalDate.EPOCH));
    }

    Position toPosition() {
      Map<String, String> attributes = new HashMap<>();
      day.ifPresent(date -> attributes.put("day", date.toString()));
      attributes.put("page", Integer.toString(page));
      newsAt.ifPresent(time -> attributes.put("newsAt", time.toString()));
      attributes.put("newest", newest.toString());
      return new Position(attributes);
    }

    Place at(Optional<LocalDate> nextDay, int nextPage) {
      return new Place(nextDay, nextPage, newsAt, newest);
    }

    Place met(LocalDate list, Instant now) {
      return list.isAfter(newest) ? new Place(day, page, Optional.of(now), list) : this;
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Duration pollInterval() {
    return pollInterval;
  }

  @Override
  public Request request(Progress progress, Instant now) {
    Place place = Place.of(progress.of(NAME));
    return Request.of(
        URI.create(
            "%s/api/daily_papers?date=%s&p=%s&limit=%s"
                .formatted(baseUrl, day(place, now), place.page(), PAGE_ITEMS)),
        Request.JSON);
  }

  @Override
  public Reading read(Request request, Fetched answer, Progress progress, Instant now) {
    return switch (JsonView.of(answer.body())) {
      case Parsed.Valid<JsonView>(JsonView list) when list.isArray() ->
          list(list.items(), request, progress, now);
      case Parsed.Valid<JsonView> _ -> new Reading.Unreadable("no list of papers");
      case Parsed.Invalid<JsonView> invalid -> new Reading.Unreadable(invalid.reason());
    };
  }

  private Reading list(List<JsonView> items, Request request, Progress progress, Instant now) {
    Content content =
        Items.ofJson(items, request, item -> item.at("paper").at("id").text(), papers::paper);
    Place place = Place.of(progress.of(NAME));
    LocalDate day = day(place, now);
    Map<String, Position> advances = new HashMap<>();
    List<RecordedSignal> signals = signals(items, day, progress, now, advances);
    Place met = content.records().isEmpty() ? place : place.met(day, now);
    boolean wholePage = items.size() >= PAGE_ITEMS;
    Place next = wholePage ? met.at(Optional.of(day), place.page() + 1) : behind(met, day, now);
    advances.put(NAME, next.toPosition());
    Reading.Understood understood =
        new Reading.Understood(
            day + ", " + items.size() + " papers, " + signals.size() + " signals",
            new Content(content.records(), signals, content.rejects(), Map.of()),
            advances,
            next.day().isPresent() ? Duration.ZERO : pollInterval);
    return !items.isEmpty() && content.records().isEmpty()
        ? new Reading.NothingLegible("no item of the list is a paper", understood)
        : understood;
  }

  /**
   * What was added to the counts. What is counted of a paper for the first time was given while its
   * list was young; later differences are as young as the last look. Stars are given to a
   * repository, which may be years older than the paper: where one is met for the first time,
   * counting begins.
   */
  private static List<RecordedSignal> signals(
      List<JsonView> items,
      LocalDate day,
      Progress progress,
      Instant now,
      Map<String, Position> advances) {
    Instant endOfDay = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    List<RecordedSignal> signals = new ArrayList<>();
    for (JsonView item : items) {
      Optional<ArxivId> id = DailyPapers.id(item);
      if (id.isEmpty()) {
        continue; // is rejected as a paper
      }
      String part = Counts.part(id.get().canonical());
      Optional<Position> known =
          Optional.ofNullable(advances.get(part)).or(() -> progress.of(part));
      Counts former = Counts.of(known);
      Counts told = DailyPapers.counts(item);
      Counts counts = told.orElse(former);
      Counts begun =
          isSameRepository(item, known, former) ? former : former.beginningAt(Kind.STAR, told);
      Instant at = known.isEmpty() && endOfDay.isBefore(now) ? endOfDay : now;
      signals.addAll(counts.since(begun, id.get().canonical(), SOURCE, at));
      Position position = look(counts, told, item, known);
      if (known.filter(position::equals).isEmpty()) {
        advances.put(part, position);
      }
    }
    return signals;
  }

  /** Former versions noted stars alone; the repository is then taken for the one it is now. */
  private static boolean isSameRepository(JsonView item, Optional<Position> known, Counts former) {
    return former.totals().containsKey(Kind.STAR)
        && known
            .flatMap(position -> position.get(REPOSITORY))
            .filter(repository -> !repository.equals(DailyPapers.repository(item)))
            .isEmpty();
  }

  /** The counts, and whose stars they are. */
  private static Position look(
      Counts counts, Counts told, JsonView item, Optional<Position> known) {
    Map<String, String> attributes = new HashMap<>(counts.toPosition().attributes());
    Optional<String> repository =
        told.totals().containsKey(Kind.STAR)
            ? Optional.of(DailyPapers.repository(item))
            : known.flatMap(position -> position.get(REPOSITORY));
    repository.ifPresent(name -> attributes.put(REPOSITORY, name));
    return new Position(attributes);
  }

  private static Place behind(Place place, LocalDate day, Instant now) {
    LocalDate next = day.plusDays(1);
    return place.at(Optional.of(next).filter(date -> !date.isAfter(today(now))), 0);
  }

  /** A page that cannot be read is passed over; its list is read again at the next round. */
  @Override
  public Optional<Map<String, Position>> beyond(RawBytes body, Progress progress, Instant now) {
    return behindRefusal(progress, now);
  }

  /** A day that is refused does not keep the younger ones from being read. */
  @Override
  public Optional<Map<String, Position>> behindRefusal(Progress progress, Instant now) {
    Place place = Place.of(progress.of(NAME));
    return Optional.of(Map.of(NAME, behind(place, day(place, now), now).toPosition()));
  }

  @Override
  public Optional<Instant> newsAt(Progress progress) {
    return Place.of(progress.of(NAME)).newsAt();
  }

  private LocalDate day(Place place, Instant now) {
    LocalDate oldest = today(now).minusDays(days - 1);
    return place.day().filter(day -> !day.isBefore(oldest)).orElse(oldest);
  }

  private static LocalDate today(Instant now) {
    return now.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
