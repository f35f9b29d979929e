package io.paperwire.ingest.source.arxivapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.format.Statement;
import io.paperwire.ingest.format.UpstreamDates;
import io.paperwire.ingest.identity.ArxivId;
import io.paperwire.ingest.identity.Doi;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.record.RejectedInput.Place;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.ingest.source.poll.Items;
import io.paperwire.ingest.source.poll.ListFormat;
import io.paperwire.ingest.source.poll.ListPosition;
import io.paperwire.ingest.source.poll.Reading.Content;
import io.paperwire.ingest.upstream.Request;
import io.paperwire.ingest.xml.HardenedXml;
import io.paperwire.text.markup.LatexText;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.LocalDate;
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

  /** From here on a list is begun anew at the day that it has come to, as soon as that is later. */
  private static final int MANY_ITEMS = 10_000;

  @Override
  public Request request(ListPosition position, Instant end) {
    Slice slice = Slice.of(position);
    String query =
        "cat:%s AND submittedDate:[%s0000 TO %s2359]"
            .formatted(
                category,
                DAY.format(slice.from()),
                DAY.format(end.atZone(ZoneOffset.UTC).toLocalDate()));
    return Request.of(
        URI.create(
            "%s/api/query?search_query=%s&start=%s&max_results=%s&sortBy=submittedDate&sortOrder=ascending"
                .formatted(
                    baseUrl.toString().replaceAll("/+$", ""),
                    URLEncoder.encode(query, UTF_8),
                    slice.start(),
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
    Slice slice = Slice.of(situation.position());
    int read = slice.start() + entries.size();
    if (entries.isEmpty() && read < total.get()) {
      return NoPage.askAgain("an empty page though there are " + total.get() + " papers");
    }
    Content content =
        Items.of(
            entries,
            request,
            entry -> text(entry, "id", ATOM),
            entry -> paper(entry, situation.position()),
            QueryFormat::bytes);
    if (read >= total.get()) {
      return new Page(entries.size(), content, Optional.empty());
    }
    LocalDate day = lastDay(entries).orElse(slice.from());
    boolean outOfReach = read >= LAST_ITEM && !day.isAfter(slice.from());
    return new Page(
        entries.size(),
        outOfReach ? reported(content, slice, total.get(), body, request) : content,
        Optional.of(slice.after(entries.size(), day).text()));
  }

  /** Papers are listed by the day on which their first version was submitted. */
  private static Optional<LocalDate> lastDay(List<Element> entries) {
    return text(entries.getLast(), "published", ATOM)
        .flatMap(UpstreamDates::parse)
        .map(date -> date.atZone(ZoneOffset.UTC).toLocalDate());
  }

  /** What the API does not tell is not passed over in silence. */
  private Content reported(
      Content content, Slice slice, int total, RawBytes body, Request request) {
    String reason =
        "of %d papers of %s since %s the API tells %d, which are all of that day; the others of the day are to be had from arxiv-oai"
            .formatted(total, category, slice.from(), LAST_ITEM);
    RejectedInput report =
        RejectedInput.whole(
            new Place(request.address().toString(), 1), Fault.TOO_LARGE, reason, body);
    return Content.ofPapers(
        content.records(), Stream.concat(content.rejects().stream(), Stream.of(report)).toList());
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
  public Optional<String> beyond(RawBytes body, ListPosition position, Instant end) {
    Slice slice = Slice.of(position);
    return Optional.of(slice.after(PAGE_ITEMS, slice.from()).text());
  }

  /**
   * Where a list is: the API tells no more than so many papers of a search, so a long list is made
   * of several, each of which begins with the last day of the one before.
   *
   * @param from the first day of the search
   * @param start how many of its papers lie before the page
   */
  private record Slice(LocalDate from, int start) {

    private static final String SEPARATOR = "/";

    static Slice of(ListPosition position) {
      return position
          .cursor()
          .map(cursor -> parse(cursor, position.from()))
          .orElseGet(() -> new Slice(position.from(), 0));
    }

    /** Former versions wrote the number alone. */
    private static Slice parse(String cursor, LocalDate from) {
      int separator = cursor.indexOf(SEPARATOR);
      return separator < 0
          ? new Slice(from, Integer.parseInt(cursor))
          : new Slice(
              LocalDate.parse(cursor.substring(0, separator)),
              Integer.parseInt(cursor.substring(separator + 1)));
    }

    String text() {
      return from + SEPARATOR + start;
    }

    /**
     * What comes after a page.
     *
     * @param items how many papers it has
     * @param day the day of the last of them
     */
    Slice after(int items, LocalDate day) {
      int next = start + items;
      if (next >= MANY_ITEMS && day.isAfter(from)) {
        return new Slice(day, 0);
      }
      return next < LAST_ITEM ? new Slice(from, next) : new Slice(from.plusDays(1), 0);
    }
  }
}
