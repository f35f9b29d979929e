package io.paperwire.ingest.source.arxivoai;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperwire.ingest.format.UpstreamDates;
import io.paperwire.ingest.identity.ArxivId;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import io.paperwire.ingest.source.arxivoai.OaiAnswer.Entry;
import io.paperwire.ingest.source.poll.Items;
import io.paperwire.ingest.source.poll.ListFormat;
import io.paperwire.ingest.source.poll.ListPosition;
import io.paperwire.ingest.source.poll.Reading.Content;
import io.paperwire.ingest.upstream.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Lists of what changed since a day, of one set or of all of arXiv. A record is listed by its last
 * change alone, so a list has no last day: a paper of a time of the past may have changed
 * yesterday.
 *
 * @param set for example {@code cs:cs:CL}; all of arXiv where empty
 * @param server where it is
 * @param papers understands its records
 */
record OaiFormat(Optional<String> set, URI server, Papers papers) implements ListFormat {

  private static final Pattern TOKEN_OF_BROKEN =
      Pattern.compile(
          "<resumptionToken[^<>]*>\\s*([^<>\\s]+)\\s*</resumptionToken>\\s*</ListRecords>\\s*"
              + "</OAI-PMH>\\s*$");
  private static final Pattern RECORD =
      Pattern.compile("<record[\\s>].*?</record>", Pattern.DOTALL);

  @Override
  public Request request(ListPosition position, Instant end) {
    String query =
        position
            .cursor()
            .map(token -> "&resumptionToken=" + encoded(token))
            .orElseGet(
                () ->
                    "&metadataPrefix="
                        + papers.metadataPrefix()
                        + "&from="
                        + position.from()
                        + set.map(name -> "&set=" + encoded(name)).orElse(""));
    return Request.of(URI.create(server + "?verb=ListRecords" + query), Request.XML);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  @Override
  public Outcome read(RawBytes body, Request request, Situation situation) {
    return switch (OaiParser.parse(body)) {
      case OaiAnswer.Page page -> page(page, request, body, situation);
      case OaiAnswer.Failure failure -> failure(failure, situation);
      case OaiAnswer.Unreadable(String reason) -> NoPage.unreadable(reason);
    };
  }

  /** Of deleted records nothing but the id is told. */
  private Page page(OaiAnswer.Page page, Request request, RawBytes body, Situation situation) {
    List<Entry> records = page.records();
    List<Integer> present =
        IntStream.range(0, records.size()).filter(i -> !records.get(i).deleted()).boxed().toList();
    Content content =
        Items.of(
            present,
            request,
            i -> Optional.of(records.get(i).identifier() + " " + records.get(i).stamp()),
            i -> papers.paper(records.get(i), situation.position()),
            i -> bytes(body, i));
    return new Page(
        present.size(),
        ofThePeriod(content, situation),
        page.token(),
        answered(page.responseDate(), situation.now()),
        records.isEmpty() ? Optional.empty() : UpstreamDates.parse(records.getLast().stamp()));
  }

  /** What came after a time of the past is left to whom it concerns. */
  private static Content ofThePeriod(Content content, Situation situation) {
    return situation.end().isBefore(situation.now())
        ? Content.ofPapers(
            content.records().stream().filter(paper -> !isLater(paper, situation.end())).toList(),
            content.rejects())
        : content;
  }

  private static boolean isLater(SourceRecord paper, Instant end) {
    boolean firstIsLater =
        paper
            .dates()
            .published()
            .map(end::isBefore)
            .orElseGet(() -> month(paper).filter(month(end)::isBefore).isPresent());
    boolean lastIsLater = paper.dates().updated().filter(end::isBefore).isPresent();
    return firstIsLater || (lastIsLater && paper.announcement() != Announcement.NEW);
  }

  private static Optional<YearMonth> month(SourceRecord paper) {
    return ArxivId.parse(paper.sourceKey()).flatMap(ArxivId::month);
  }

  private static YearMonth month(Instant moment) {
    return YearMonth.from(moment.atZone(ZoneOffset.UTC));
  }

  private static Outcome failure(OaiAnswer.Failure failure, Situation situation) {
    String words = failure.code() + ": " + failure.message();
    return switch (failure.code()) {
      case "noRecordsMatch" ->
          new Page(
              0,
              Content.nothing(),
              Optional.empty(),
              answered(failure.responseDate(), situation.now()),
              Optional.empty());
      case "badResumptionToken" -> new CursorUnknown(words);
      default -> NoPage.askAgain(words);
    };
  }

  /** A page that stays broken but has its end in place still tells where the next one is. */
  @Override
  public Optional<String> beyond(RawBytes body, ListPosition position, Instant end) {
    return TOKEN_OF_BROKEN
        .matcher(new String(body.copy(Integer.MAX_VALUE), UTF_8))
        .results()
        .map(found -> found.group(1).replace("&amp;", "&"))
        .filter(next -> position.cursor().filter(next::equals).isEmpty())
        .findFirst();
  }

  private static RawBytes bytes(RawBytes body, int index) {
    return RECORD
        .matcher(new String(body.copy(Integer.MAX_VALUE), UTF_8))
        .results()
        .skip(index)
        .findFirst()
        .map(record -> RawBytes.of(record.group().getBytes(UTF_8)))
        .orElse(body);
  }

  /** When the server says that it answered; never in the future, where nothing would be found. */
  private static Optional<Instant> answered(String responseDate, Instant now) {
    try {
      return Optional.of(Instant.parse(responseDate)).filter(told -> !told.isAfter(now));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
