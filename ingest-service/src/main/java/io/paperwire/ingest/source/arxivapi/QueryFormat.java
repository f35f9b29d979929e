package io.paperwire.ingest.source.arxivapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.format.Statement;
import io.paperwire.ingest.format.UpstreamDates;
import io.paperwire.ingest.identity.ArxivId;
import io.paperwire.ingest.identity.Doi;
import io.paperwire.ingest.markup.LatexText;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.ingest.source.poll.Items;
import io.paperwire.ingest.source.poll.ListFormat;
import io.paperwire.ingest.source.poll.ListPosition;
import io.paperwire.ingest.upstream.Request;
import io.paperwire.ingest.xml.HardenedXml;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.output.XMLOutputter;

/**
 * A search for the papers of one category.
 *
 * @param category for example {@code cs.CL}
 * @param baseUrl where the API is
 * @param limits how large a paper may be
 */
record QueryFormat(String category, URI baseUrl, PaperLimits limits) implements ListFormat {

  private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
  private static final Namespace ARXIV = Namespace.getNamespace("http://arxiv.org/schemas/atom");
  private static final Namespace SEARCH =
      Namespace.getNamespace("http://a9.com/-/spec/opensearch/1.1/");

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final int PAGE_ITEMS = 200;

  /** The API refuses to page further. */
  private static final int LAST_ITEM = 30_000;

  @Override
  public Request request(ListPosition position, Instant end) {
    String query =
        "cat:%s AND submittedDate:[%s0000 TO %s2359]"
            .formatted(
                category,
                DAY.format(position.from()),
                DAY.format(end.atZone(ZoneOffset.UTC).toLocalDate()));
    return Request.of(
        URI.create(
            "%s/api/query?search_query=%s&start=%d&max_results=%d&sortBy=submittedDate&sortOrder=ascending"
                .formatted(
                    baseUrl.toString().replaceAll("/+$", ""),
                    URLEncoder.encode(query, UTF_8),
                    start(position),
                    PAGE_ITEMS)),
        Request.XML);
  }

  @Override
  public Outcome read(RawBytes body, Request request, Situation situation) {
    Element feed;
    try {
      feed = HardenedXml.parse(body).getRootElement();
    } catch (JDOMException e) {
      return NoPage.unreadable("no complete XML: " + e.getMessage());
    }
    Optional<Integer> total = text(feed, "totalResults", SEARCH).flatMap(QueryFormat::number);
    if (!feed.getName().equals("feed") || total.isEmpty()) {
      return NoPage.unreadable("no answer to a search, but <" + feed.getName() + ">");
    }
    List<Element> entries = feed.getChildren("entry", ATOM);
    Optional<String> error = entries.stream().flatMap(QueryFormat::error).findFirst();
    if (error.isPresent()) {
      return NoPage.askAgain("the API tells of an error: " + error.get());
    }
    int next = start(situation.position()) + entries.size();
    if (entries.isEmpty() && next < total.get()) {
      return NoPage.askAgain("an empty page though there are " + total.get() + " papers");
    }
    return new Page(
        entries.size(),
        Items.of(entries, request, entry -> paper(entry, situation.position()), QueryFormat::bytes),
        Optional.of(next)
            .filter(item -> item < total.get() && item < LAST_ITEM)
            .map(item -> Integer.toString(item)));
  }

  private static Stream<String> error(Element entry) {
    return text(entry, "title", ATOM).filter("Error"::equals).isPresent()
        ? Stream.of(text(entry, "summary", ATOM).orElse("no words"))
        : Stream.empty();
  }

  private Parsed<SourceRecord> paper(Element entry, ListPosition position) {
    Optional<ArxivId> id = text(entry, "id", ATOM).flatMap(ArxivId::parse);
    Optional<Instant> first = text(entry, "published", ATOM).flatMap(UpstreamDates::parse);
    Optional<Instant> last =
        text(entry, "updated", ATOM).flatMap(UpstreamDates::parse).or(() -> first);
    if (id.isEmpty() || last.isEmpty()) {
      return Parsed.invalid(Fault.WRONG_VALUE, "the id is none of arXiv, or there is no date");
    }
    return Statement.about(id.get().canonical(), id.get().key())
        .version(id.get().version())
        .announcement(position.announcement(first, last.get()))
        .title(latex(entry, "title", ATOM))
        .abstractText(latex(entry, "summary", ATOM))
        .authors(entry.getChildren("author", ATOM).stream().flatMap(QueryFormat::author).toList())
        .categories(categories(entry))
        .published(first)
        .updated(last)
        .doi(text(entry, "doi", ARXIV).flatMap(Doi::firstOf).map(Doi::value))
        .journalRef(latex(entry, "journal_ref", ARXIV))
        .comment(latex(entry, "comment", ARXIV))
        .link("abstract", "https://arxiv.org/abs/" + id.get().key())
        .within(limits);
  }

  private static Stream<RecordedAuthor> author(Element author) {
    Optional<String> affiliation = text(author, "affiliation", ARXIV).map(LatexText::toUnicode);
    return text(author, "name", ATOM).stream()
        .map(name -> new RecordedAuthor(LatexText.toUnicode(name), affiliation));
  }

  private static List<String> categories(Element entry) {
    return Stream.concat(
            entry.getChildren("primary_category", ARXIV).stream(),
            entry.getChildren("category", ATOM).stream())
        .map(category -> category.getAttributeValue("term", ""))
        .toList();
  }

  private static String latex(Element parent, String name, Namespace namespace) {
    return text(parent, name, namespace).map(LatexText::toUnicode).orElse("");
  }

  private static Optional<String> text(Element parent, String name, Namespace namespace) {
    return Optional.ofNullable(parent.getChildText(name, namespace))
        .map(String::strip)
        .filter(words -> !words.isEmpty());
  }

  private static Optional<Integer> number(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static RawBytes bytes(Element entry) {
    return RawBytes.of(new XMLOutputter().outputString(entry).getBytes(UTF_8));
  }

  @Override
  public Optional<String> beyond(RawBytes body, ListPosition position) {
    return Optional.of(Integer.toString(start(position) + PAGE_ITEMS));
  }

  private static int start(ListPosition position) {
    return position.cursor().map(Integer::parseInt).orElse(0);
  }
}
