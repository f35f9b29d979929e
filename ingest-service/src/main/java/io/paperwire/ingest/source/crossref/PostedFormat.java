package io.paperwire.ingest.source.crossref;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperwire.ingest.config.CrossrefConfiguration;
import io.paperwire.ingest.format.JsonView;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.format.Statement;
import io.paperwire.ingest.format.UpstreamDates;
import io.paperwire.ingest.identity.Doi;
import io.paperwire.ingest.identity.Identity;
import io.paperwire.ingest.markup.MarkupText;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.ingest.source.poll.Items;
import io.paperwire.ingest.source.poll.ListFormat;
import io.paperwire.ingest.source.poll.ListPosition;
import io.paperwire.ingest.upstream.Request;
import io.paperwire.text.OrcidId;
import io.paperwire.text.markup.PlainText;
import java.net.URI;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists of posted content.
 *
 * @param configuration which of it
 * @param limits how large a paper may be
 * @param date the date that lists go by, in Crossref's words
 */
record PostedFormat(CrossrefConfiguration configuration, PaperLimits limits, String date)
    implements ListFormat.Json {

  private static final int PAGE_ITEMS = 200;

  /** Lists by the day of the last change. */
  PostedFormat(CrossrefConfiguration configuration, PaperLimits limits) {
    this(configuration, limits, "update");
  }

  /** What came in the past may have changed since; the day on which it came stays the same. */
  @Override
  public ListFormat ofPast() {
    return new PostedFormat(configuration, limits, "created");
  }

  private static ScrollCursor cursor(ListPosition position) {
    return position
        .cursor()
        .flatMap(ScrollCursor::parse)
        .orElseGet(() -> ScrollCursor.first(position.from()));
  }

  /** Day by day, so that little has to be read again where a day has to be begun again. */
  @Override
  public Request request(ListPosition position, Instant end) {
    ScrollCursor cursor = cursor(position);
    String filter =
        Stream.of(
                "type:posted-content",
                "from-%s-date:%s".formatted(date, cursor.day()),
                "until-%s-date:%s".formatted(date, cursor.day()),
                configuration.filter())
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(","));
    String mailto =
        configuration.mailto().isBlank()
            ? ""
            : "&mailto=" + URLEncoder.encode(configuration.mailto().strip(), UTF_8);
    return Request.of(
        URI.create(
            "%s/works?filter=%s&rows=%s&cursor=%s%s"
                .formatted(
                    configuration.baseUrl().toString().replaceAll("/+$", ""),
                    URLEncoder.encode(filter, UTF_8),
                    PAGE_ITEMS,
                    URLEncoder.encode(cursor.scroll().orElse("*"), UTF_8),
                    mailto)),
        Request.JSON);
  }

  @Override
  public Outcome read(JsonView answer, Request request, Situation situation) {
    JsonView list = answer.at("message").at("items");
    if (!list.isArray()) {
      return NoPage.unreadable("no list of works, but " + answer.at("message-type").value().kind());
    }
    List<JsonView> items = list.items();
    return new Page(
        items.size(),
        Items.ofJson(
            items,
            request,
            item -> item.at("DOI").text(),
            item -> paper(item, situation.position())),
        next(answer, items.size(), situation));
  }

  /** A cursor comes with the last page of a day too, so a day ends with a page that is not full. */
  private static Optional<String> next(JsonView answer, int items, Situation situation) {
    ScrollCursor cursor = cursor(situation.position());
    return answer
        .at("message")
        .at("next-cursor")
        .text()
        .filter(_ -> items >= PAGE_ITEMS)
        .map(cursor::after)
        .or(() -> nextDay(cursor, situation.end()))
        .map(ScrollCursor::text);
  }

  private static Optional<ScrollCursor> nextDay(ScrollCursor cursor, Instant end) {
    LocalDate last = end.atZone(ZoneOffset.UTC).toLocalDate();
    return Optional.of(cursor.day().plusDays(1))
        .filter(day -> !day.isAfter(last))
        .map(ScrollCursor::first);
  }

  @Override
  public String place(ListPosition position) {
    ScrollCursor cursor = cursor(position);
    return cursor.day() + " page " + cursor.page();
  }

  @Override
  public String afterLoss(String cursor) {
    return ScrollCursor.parse(cursor)
        .map(lost -> ScrollCursor.first(lost.day()).text())
        .orElse(cursor);
  }

  @Override
  public Optional<String> afterRefusal(String cursor) {
    return Optional.of(afterLoss(cursor));
  }

  /**
   * An answer that came but cannot be read has moved the scroll on. Behind the first page of a day,
   * which alone tells the scroll, only the next day is left.
   */
  @Override
  public Optional<String> beyond(RawBytes body, ListPosition position, Instant end) {
    ScrollCursor cursor = cursor(position);
    return cursor
        .scroll()
        .map(cursor::after)
        .or(() -> nextDay(cursor, end))
        .map(ScrollCursor::text);
  }

  private Parsed<SourceRecord> paper(JsonView item, ListPosition position) {
    return switch (Identity.of("crossref", item.at("DOI").text().orElse(""))) {
      case Identity.Named named -> statement(item, named, position).within(limits);
      case Identity.Unusable(String reason) -> Parsed.invalid(Fault.WRONG_VALUE, reason);
    };
  }

  private static Statement statement(JsonView item, Identity.Named named, ListPosition position) {
    Optional<Instant> created = moment(item.at("created"));
    Optional<Instant> published = moment(item.at("posted")).or(() -> created);
    return Statement.about(named.id(), named.sourceKey())
        .announcement(position.announcement(created, created.orElse(Instant.EPOCH)))
        .title(first(item.at("title")).map(MarkupText::toUnicode).orElse(""))
        .abstractText(item.at("abstract").text().map(MarkupText::toUnicode).orElse(""))
        .authors(authors(item.at("author")))
        .categories(item.at("group-title").text().map(PlainText::oneLine).stream().toList())
        .published(published)
        .doi(publishedAs(item.at("relation").at("is-preprint-of")))
        .journalRef(first(item.at("container-title")).map(PlainText::oneLine).orElse(""))
        .comment(withdrawal(item))
        .license(
            item.at("license").items().stream()
                .flatMap(license -> license.at("URL").text().stream())
                .map(PlainText::oneLine)
                .findFirst()
                .orElse(""))
        .link("abstract", "https://doi.org/" + named.sourceKey());
  }

  private static Optional<String> first(JsonView list) {
    return list.items().stream().flatMap(item -> item.text().stream()).findFirst();
  }

  private static String withdrawal(JsonView item) {
    boolean withdrawn =
        item.at("update-to").items().stream()
            .flatMap(update -> update.at("type").text().stream())
            .anyMatch(type -> type.equals("withdrawal") || type.equals("retraction"));
    return withdrawn ? "Withdrawn" : "";
  }

  private static Optional<String> publishedAs(JsonView relations) {
    return relations.items().stream()
        .filter(relation -> relation.at("id-type").text().filter("doi"::equals).isPresent())
        .flatMap(relation -> relation.at("id").text().stream())
        .flatMap(text -> Doi.firstOf(text).stream())
        .map(Doi::value)
        .findFirst();
  }

  private static List<RecordedAuthor> authors(JsonView authors) {
    return authors.items().stream()
        .flatMap(
            author ->
                name(author).stream()
                    .map(name -> new RecordedAuthor(name, orcid(author), affiliation(author))))
        .toList();
  }

  private static Optional<String> name(JsonView author) {
    String person =
        Stream.of("given", "family", "suffix")
            .flatMap(part -> author.at(part).text().stream())
            .map(PlainText::oneLine)
            .collect(Collectors.joining(" "));
    return Optional.of(person)
        .filter(name -> !name.isBlank())
        .or(() -> author.at("name").text().map(PlainText::oneLine));
  }

  private static Optional<OrcidId> orcid(JsonView author) {
    return author.at("ORCID").text().flatMap(OrcidId::read);
  }

  private static Optional<String> affiliation(JsonView author) {
    return author.at("affiliation").items().stream()
        .flatMap(place -> place.at("name").text().stream())
        .map(PlainText::oneLine)
        .findFirst();
  }

  /** A timestamp, or a date of which month and day may be missing. */
  private static Optional<Instant> moment(JsonView date) {
    Optional<Instant> exact = date.at("date-time").text().flatMap(UpstreamDates::parse);
    if (exact.isPresent()) {
      return exact;
    }
    List<Integer> parts =
        date.at("date-parts").items().stream()
            .limit(1)
            .flatMap(list -> list.items().stream())
            .flatMap(part -> part.whole().stream())
            .filter(part -> part >= 0 && part <= 9999)
            .map(Long::intValue)
            .toList();
    try {
      return switch (parts.size()) {
        case 1 -> Optional.of(UpstreamDates.day(parts.get(0), 1, 1));
        case 2 -> Optional.of(UpstreamDates.day(parts.get(0), parts.get(1), 1));
        case 3 -> Optional.of(UpstreamDates.day(parts.get(0), parts.get(1), parts.get(2)));
        default -> Optional.empty();
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
