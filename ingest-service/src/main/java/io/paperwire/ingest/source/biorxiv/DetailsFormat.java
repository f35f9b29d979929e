package io.paperwire.ingest.source.biorxiv;

import io.paperwire.ingest.format.JsonView;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.format.Statement;
import io.paperwire.ingest.format.UpstreamDates;
import io.paperwire.ingest.identity.Doi;
import io.paperwire.ingest.markup.MarkupText;
import io.paperwire.ingest.markup.PersonName;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.ingest.source.poll.Items;
import io.paperwire.ingest.source.poll.ListFormat;
import io.paperwire.ingest.source.poll.ListPosition;
import io.paperwire.ingest.source.poll.Reading.Content;
import io.paperwire.ingest.upstream.Request;
import io.paperwire.text.markup.PlainText;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The {@code details} of one server.
 *
 * @param server {@code biorxiv} or {@code medrxiv}
 * @param baseUrl where the API is
 * @param limits how large a paper may be
 */
record DetailsFormat(String server, URI baseUrl, PaperLimits limits) implements ListFormat.Json {

  private static final int PAGE_ITEMS = 100;
  private static final int MOST_VERSIONS = 9999;

  @Override
  public Request request(ListPosition position, Instant end) {
    return Request.of(
        URI.create(
            "%s/details/%s/%s/%s/%s/json"
                .formatted(
                    baseUrl.toString().replaceAll("/+$", ""),
                    server,
                    position.from(),
                    end.atZone(ZoneOffset.UTC).toLocalDate(),
                    offset(position))),
        Request.JSON);
  }

  @Override
  public Outcome read(JsonView answer, Request request, Situation situation) {
    Optional<JsonView> message = answer.at("messages").items().stream().findFirst();
    JsonView collection = answer.at("collection");
    String status = message.flatMap(said -> said.at("status").text()).orElse("");
    if (status.contains("no posts found")) {
      return new Page(0, Content.nothing(), Optional.empty());
    }
    if (!collection.isArray()) {
      return NoPage.unreadable("no collection of papers, the status is '" + status + "'");
    }
    List<JsonView> rows = collection.items();
    if (rows.isEmpty()) {
      return NoPage.askAgain("an empty page, the status is '" + status + "'");
    }
    int next = offset(situation.position()) + rows.size();
    return new Page(
        rows.size(),
        Items.ofJson(rows, request, DetailsFormat::name, row -> paper(row, situation.position())),
        Optional.of(Integer.toString(next)));
  }

  private static Optional<String> name(JsonView row) {
    return row.at("doi").text().map(doi -> doi + " version " + row.at("version").json());
  }

  private Parsed<SourceRecord> paper(JsonView row, ListPosition position) {
    Optional<Doi> doi = row.at("doi").text().flatMap(text -> Doi.parse(text.strip()));
    Optional<Instant> date = row.at("date").text().flatMap(UpstreamDates::parse);
    Optional<Integer> version =
        row.at("version")
            .whole()
            .filter(number -> number >= 1 && number <= MOST_VERSIONS)
            .map(Long::intValue);
    if (doi.isEmpty() || date.isEmpty() || version.isEmpty()) {
      return Parsed.invalid(Fault.WRONG_VALUE, "doi, date or version is missing or no such thing");
    }
    Optional<Instant> first = date.filter(_ -> version.get() == 1);
    return Statement.about(doi.get().canonical(), doi.get().value())
        .version(OptionalInt.of(version.get()))
        .announcement(position.announcement(first, date.get()))
        .title(row.at("title").text().map(MarkupText::toUnicode).orElse(""))
        .abstractText(row.at("abstract").text().map(MarkupText::toUnicode).orElse(""))
        .authors(authors(row.at("authors").text().orElse("")))
        .categories(row.at("category").text().map(PlainText::oneLine).stream().toList())
        .published(first)
        .updated(date)
        .doi(row.at("published").text().flatMap(Doi::firstOf).map(Doi::value))
        .comment(withdrawal(row))
        .license(row.at("license").text().map(PlainText::oneLine).orElse(""))
        .link(
            "abstract",
            "https://www." + server + ".org/content/" + doi.get().value() + "v" + version.get())
        .within(limits);
  }

  /** A withdrawal is a version of its own, of the type {@code WITHDRAWN}. */
  private static String withdrawal(JsonView row) {
    return row.at("type")
            .text()
            .filter(type -> type.strip().equalsIgnoreCase("withdrawn"))
            .isPresent()
        ? "Withdrawn"
        : "";
  }

  private static List<RecordedAuthor> authors(String list) {
    return Arrays.stream(list.split(";", -1))
        .map(PersonName::inReadingOrder)
        .filter(name -> !name.isEmpty())
        .map(RecordedAuthor::named)
        .toList();
  }

  @Override
  public Optional<String> beyond(RawBytes body, ListPosition position, Instant end) {
    return Optional.of(Integer.toString(offset(position) + PAGE_ITEMS));
  }

  private static int offset(ListPosition position) {
    return position.cursor().map(Integer::parseInt).orElse(0);
  }
}
