package io.paperwire.ingest.source.pubmed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperwire.ingest.config.PubmedConfiguration;
import io.paperwire.ingest.format.JsonView;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.record.RejectedInput.Place;
import io.paperwire.ingest.source.poll.Items;
import io.paperwire.ingest.source.poll.ListFormat;
import io.paperwire.ingest.source.poll.ListPosition;
import io.paperwire.ingest.source.poll.Reading.Content;
import io.paperwire.ingest.upstream.Request;
import io.paperwire.ingest.xml.XmlElement;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Searches, and the articles that they find.
 *
 * @param configuration which articles
 * @param limits how large a paper may be
 */
record ArticlesFormat(PubmedConfiguration configuration, PaperLimits limits) implements ListFormat {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");
  private static final Pattern ID = Pattern.compile("[1-9]\\d{0,9}");
  private static final int SLICE_IDS = 200;

  /** A search tells no ids beyond these. */
  private static final int MOST_IDS = 9_999;

  @Override
  public Request request(ListPosition position, Instant end) {
    DayCursor cursor =
        position
            .cursor()
            .map(DayCursor::parse)
            .orElseGet(() -> DayCursor.first(position.from(), end));
    String what =
        cursor.fetches()
            ? "efetch.fcgi?db=pubmed&retmode=xml&id=" + String.join(",", cursor.ids())
            : "esearch.fcgi?db=pubmed&retmode=json&retstart=%s&retmax=%s&term=%s"
                .formatted(cursor.start(), SLICE_IDS, URLEncoder.encode(term(cursor), UTF_8));
    String mailto =
        configuration.mailto().isBlank()
            ? ""
            : "&email=" + URLEncoder.encode(configuration.mailto().strip(), UTF_8);
    String server = configuration.baseUrl().toString().replaceAll("/+$", "");
    URI address = URI.create(server + "/" + what + "&tool=paperwire" + mailto);
    Request request = Request.of(address, cursor.fetches() ? Request.XML : Request.JSON);
    return configuration.apiKey().isBlank()
        ? request
        : request.withSecretParameters(Map.of("api_key", configuration.apiKey()));
  }

  private String term(DayCursor cursor) {
    String day = DAY.format(cursor.day());
    return "(%s) AND %s:%s[edat]".formatted(configuration.query(), day, day);
  }

  @Override
  public Outcome read(RawBytes body, Request request, Situation situation) {
    DayCursor cursor =
        situation
            .position()
            .cursor()
            .map(DayCursor::parse)
            .orElseGet(() -> DayCursor.first(situation.position().from(), situation.end()));
    return cursor.fetches()
        ? fetched(body, request, situation, cursor)
        : found(body, request, cursor);
  }

  private static Outcome found(RawBytes body, Request request, DayCursor cursor) {
    return switch (JsonView.of(body)) {
      case Parsed.Valid<JsonView>(JsonView answer) -> found(answer, body, request, cursor);
      case Parsed.Invalid<JsonView> invalid -> NoPage.unreadable(invalid.reason());
    };
  }

  private static Outcome found(JsonView answer, RawBytes body, Request request, DayCursor cursor) {
    JsonView result = answer.at("esearchresult");
    Optional<String> error =
        result.at("ERROR").text().or(() -> answer.at("error").text()).filter(e -> !e.isBlank());
    if (error.isPresent()) {
      return NoPage.askAgain("PubMed tells of an error: " + error.get());
    }
    Optional<Integer> count =
        result.at("count").text().filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
    JsonView list = result.at("idlist");
    if (count.isEmpty() || !list.isArray()) {
      return NoPage.unreadable("no list of ids, but " + answer.value().kind());
    }
    List<String> ids =
        list.items().stream()
            .flatMap(id -> id.text().stream())
            .filter(id -> ID.matcher(id).matches())
            .distinct()
            .toList();
    if (ids.size() < list.items().size()) {
      return NoPage.unreadable("ids that are none of PubMed's");
    }
    boolean inReach = cursor.start() < Math.min(count.get(), MOST_IDS);
    if (ids.isEmpty() && inReach) {
      return NoPage.askAgain("an empty slice though there are " + count.get() + " articles");
    }
    DayCursor asked = cursor.fetch(count.get(), ids);
    Optional<DayCursor> next =
        ids.isEmpty() ? asked.after(SLICE_IDS, MOST_IDS) : Optional.of(asked);
    return new Page(0, outOfReach(asked, body, request), next.map(DayCursor::text));
  }

  /** A day with more articles than a search tells is not passed over in silence. */
  private static Content outOfReach(DayCursor cursor, RawBytes body, Request request) {
    if (cursor.count() <= MOST_IDS || cursor.start() > 0) {
      return Content.nothing();
    }
    String reason =
        "%s has %d articles, of which PubMed tells %d: make paperwire.ingest.pubmed.query narrower"
            .formatted(cursor.day(), cursor.count(), MOST_IDS);
    Place place = new Place(request.address().toString(), 1);
    return Content.ofPapers(
        List.of(), List.of(RejectedInput.whole(place, Fault.TOO_LARGE, reason, body)));
  }

  private Outcome fetched(RawBytes body, Request request, Situation situation, DayCursor cursor) {
    return switch (ArticleSet.parse(body)) {
      case ArticleSet.Articles(List<XmlElement> articles) -> {
        if (articles.isEmpty()) {
          yield NoPage.askAgain("an empty page though " + cursor.ids().size() + " were asked for");
        }
        List<Integer> places = IntStream.range(0, articles.size()).boxed().toList();
        yield new Page(
            articles.size(),
            Items.of(
                places,
                request,
                i -> articles.get(i).first("MedlineCitation").flatMap(c -> c.textAt("PMID")),
                i -> Article.paper(articles.get(i), situation.position(), situation.now(), limits),
                i -> ArticleSet.bytes(body, i)),
            cursor.after(SLICE_IDS, MOST_IDS).map(DayCursor::text));
      }
      case ArticleSet.Failure(String message) ->
          NoPage.askAgain("PubMed tells of an error: " + message);
      case ArticleSet.Unreadable(String reason) -> NoPage.unreadable(reason);
    };
  }

  @Override
  public Optional<String> beyond(RawBytes body, ListPosition position, Instant end) {
    return position
        .cursor()
        .map(DayCursor::parse)
        .filter(DayCursor::fetches)
        .flatMap(cursor -> cursor.after(SLICE_IDS, MOST_IDS))
        .map(DayCursor::text);
  }
}
