package io.paperwire.ingest.source.openalex;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperwire.ingest.config.OpenAlexConfiguration;
import io.paperwire.ingest.format.JsonView;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.format.Statement;
import io.paperwire.ingest.format.UpstreamDates;
import io.paperwire.ingest.identity.ArxivId;
import io.paperwire.ingest.identity.Doi;
import io.paperwire.ingest.identity.Identity;
import io.paperwire.ingest.markup.MarkupText;
import io.paperwire.ingest.record.Fault;
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
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lists of works.
 *
 * @param configuration which works
 * @param limits how large a paper may be
 */
record WorksFormat(OpenAlexConfiguration configuration, PaperLimits limits)
    implements ListFormat.Json {

  private static final String HOST = "https://openalex.org/";

  /** The most that OpenAlex's present documentation allows; 200 were allowed before. */
  private static final int PAGE_ITEMS = 100;

  /** Where works are published (OpenAlex, "Source types"). */
  private static final Set<String> VENUES = Set.of("journal", "conference", "book series");

  /** Where they are deposited, which is no publication: arXiv, bioRxiv, Zenodo. */
  private static final String REPOSITORY = "repository";

  @Override
  public Request request(ListPosition position, Instant end) {
    String date = configuration.date();
    String filter =
        "%s,from_%s_date:%s,to_%s_date:%s"
            .formatted(
                configuration.filter(),
                date,
                position.from(),
                date,
                end.atZone(ZoneOffset.UTC).toLocalDate());
    String mailto =
        configuration.mailto().isBlank()
            ? ""
            : "&mailto=" + URLEncoder.encode(configuration.mailto().strip(), UTF_8);
    String address =
        "%s/works?filter=%s&per_page=%s&cursor=%s%s"
            .formatted(
                configuration.baseUrl().toString().replaceAll("/+$", ""),
                URLEncoder.encode(filter, UTF_8),
                PAGE_ITEMS,
                URLEncoder.encode(position.cursor().orElse("*"), UTF_8),
                mailto);
    Request request = Request.of(URI.create(address), Request.JSON);
    return configuration.apiKey().isBlank()
        ? request
        : request.withSecretParameters(Map.of("api_key", configuration.apiKey()));
  }

  @Override
  public Outcome read(JsonView answer, Request request, Situation situation) {
    JsonView results = answer.at("results");
    if (!results.isArray()) {
      return NoPage.unreadable("no results, but " + answer.value().kind());
    }
    List<JsonView> works = results.items();
    return new Page(
        works.size(),
        Items.ofJson(works, request, work -> work.at("id").text(), work -> paper(work, situation)),
        answer.at("meta").at("next_cursor").text().filter(_ -> !works.isEmpty()));
  }

  private Parsed<SourceRecord> paper(JsonView work, Situation situation) {
    String openAlexId = work.at("id").text().orElse("").replace(HOST, "");
    Optional<String> doi = work.at("doi").text().map(String::strip);
    return switch (Identity.of("openalex", doi.orElse(openAlexId))) {
      case Identity.Named named -> statement(work, named, doi, situation).within(limits);
      case Identity.Unusable(String reason) -> Parsed.invalid(Fault.WRONG_VALUE, reason);
    };
  }

  private Statement statement(
      JsonView work, Identity.Named named, Optional<String> doi, Situation situation) {
    Optional<Instant> created = created(work);
    Optional<Instant> published =
        work.at("publication_date")
            .text()
            .flatMap(UpstreamDates::parse)
            .filter(date -> !date.isAfter(situation.now()))
            .or(() -> created);
    Optional<Instant> first = created.or(() -> published);
    JsonView location = work.at("primary_location");
    JsonView venue = location.at("source");
    Statement statement =
        Statement.about(named.id(), named.sourceKey())
            .announcement(situation.position().announcement(first, first.orElse(Instant.EPOCH)))
            .title(work.at("title").text().map(MarkupText::toUnicode).orElse(""))
            .abstractText(
                InvertedIndex.text(work.at("abstract_inverted_index"))
                    .map(MarkupText::toUnicode)
                    .orElse(""))
            .authors(authors(work.at("authorships")))
            .categories(topics(work))
            .published(published)
            .doi(
                doi.filter(text -> isOfPublication(text, venue))
                    .flatMap(Doi::parse)
                    .map(Doi::value))
            .journalRef(journalRef(venue))
            .comment(
                work.at("is_retracted").isTrue() ? "Withdrawn: retracted by the publisher" : "")
            .license(location.at("license").text().map(PlainText::oneLine).orElse(""));
    location
        .at("landing_page_url")
        .text()
        .filter(url -> url.matches("https?://\\S+"))
        .ifPresent(url -> statement.link("abstract", url));
    return statement;
  }

  /** Now a day, now a moment; the same work must not seem to have changed. */
  private static Optional<Instant> created(JsonView work) {
    return work.at("created_date")
        .text()
        .flatMap(UpstreamDates::parse)
        .map(date -> date.truncatedTo(ChronoUnit.DAYS));
  }

  private static String kind(JsonView venue) {
    return venue.at("type").text().orElse("");
  }

  private static boolean isOfPublication(String doi, JsonView venue) {
    return ArxivId.parse(doi).isEmpty() && !kind(venue).equals(REPOSITORY);
  }

  private static String journalRef(JsonView venue) {
    return venue
        .at("display_name")
        .text()
        .filter(_ -> VENUES.contains(kind(venue)))
        .map(PlainText::oneLine)
        .orElse("");
  }

  private static List<RecordedAuthor> authors(JsonView authorships) {
    return authorships.items().stream()
        .flatMap(
            authorship ->
                authorship.at("author").at("display_name").text().stream()
                    .map(name -> author(PlainText.oneLine(name), authorship)))
        .toList();
  }

  private static RecordedAuthor author(String name, JsonView authorship) {
    return new RecordedAuthor(name, orcid(authorship), affiliation(authorship));
  }

  /**
   * The one that the paper itself gives, or else that of the person OpenAlex takes for the author.
   */
  private static Optional<OrcidId> orcid(JsonView authorship) {
    return Stream.of(authorship.at("raw_orcid"), authorship.at("author").at("orcid"))
        .flatMap(given -> given.text().flatMap(OrcidId::read).stream())
        .findFirst();
  }

  private static Optional<String> affiliation(JsonView authorship) {
    return authorship.at("institutions").items().stream()
        .flatMap(institution -> institution.at("display_name").text().stream())
        .map(PlainText::oneLine)
        .findFirst();
  }

  private static List<String> topics(JsonView work) {
    return Stream.concat(Stream.of(work.at("primary_topic")), work.at("topics").items().stream())
        .flatMap(topic -> topic.at("display_name").text().stream())
        .map(PlainText::oneLine)
        .distinct()
        .toList();
  }
}
