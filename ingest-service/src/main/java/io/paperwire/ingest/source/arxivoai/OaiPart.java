package io.paperwire.ingest.source.arxivoai;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.source.Period;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.Progress;
import io.paperwire.ingest.source.arxivoai.OaiAnswer.Entry;
import io.paperwire.ingest.source.poll.Items;
import io.paperwire.ingest.source.poll.ListPosition;
import io.paperwire.ingest.source.poll.Part;
import io.paperwire.ingest.source.poll.Reading;
import io.paperwire.ingest.source.poll.Reading.Content;
import io.paperwire.ingest.upstream.Answer.Fetched;
import io.paperwire.ingest.upstream.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One set, or all of arXiv. */
final class OaiPart implements Part {

  private static final Pattern TOKEN_OF_BROKEN =
      Pattern.compile(
          "<resumptionToken[^<>]*>\\s*([^<>\\s]+)\\s*</resumptionToken>\\s*</ListRecords>\\s*"
              + "</OAI-PMH>\\s*$");
  private static final Pattern RECORD =
      Pattern.compile("<record[\\s>].*?</record>", Pattern.DOTALL);

  /** The server may answer with date stamps of the day before. */
  private static final int OVERLAP_DAYS = 1;

  private final Optional<String> set;
  private final URI server;
  private final Papers papers;
  private final Duration pollInterval;
  private final Duration lookback;
  private final Optional<Period> period;

  OaiPart(
      Optional<String> set, URI server, Papers papers, Duration pollInterval, Duration lookback) {
    this(set, server, papers, pollInterval, lookback, Optional.empty());
  }

  private OaiPart(
      Optional<String> set,
      URI server,
      Papers papers,
      Duration pollInterval,
      Duration lookback,
      Optional<Period> period) {
    this.period = period;
    this.set = set;
    this.server = server;
    this.papers = papers;
    this.pollInterval = pollInterval;
    this.lookback = lookback;
  }

  @Override
  public String name() {
    return set.orElse("all") + period.map(past -> " " + past).orElse("");
  }

  @Override
  public Optional<Part> backfill(Period past) {
    return Optional.of(new OaiPart(set, server, papers, pollInterval, lookback, Optional.of(past)));
  }

  @Override
  public Duration pollInterval() {
    return pollInterval;
  }

  @Override
  public Request request(Progress progress, Instant now) {
    ListPosition position = position(progress, now);
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
                        + period.flatMap(Period::until).map(last -> "&until=" + last).orElse("")
                        + set.map(name -> "&set=" + encoded(name)).orElse(""));
    return Request.of(URI.create(server + "?verb=ListRecords" + query), Request.XML);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  @Override
  public Reading read(Request request, Fetched answer, Progress progress, Instant now) {
    ListPosition position = position(progress, now);
    return switch (OaiParser.parse(answer.body())) {
      case OaiAnswer.Page page -> page(page, request, answer.body(), position, now);
      case OaiAnswer.Failure failure -> failure(failure, position, now);
      case OaiAnswer.Unreadable(String reason) -> new Reading.Unreadable(reason);
    };
  }

  private Reading page(
      OaiAnswer.Page page, Request request, RawBytes body, ListPosition position, Instant now) {
    if (page.token().isPresent() && page.token().equals(position.cursor())) {
      return new Reading.AskAgain("the page leads to itself");
    }
    Content content = content(page, request, body, position);
    ListPosition met = position.met(Items.newest(content), now);
    Instant answered = answered(page.responseDate(), now);
    ListPosition next =
        page.token()
            .map(token -> met.within(token, answered))
            .orElseGet(() -> met.afterList(answered, OVERLAP_DAYS));
    long deleted = page.records().stream().filter(Entry::deleted).count();
    return new Reading.Understood(
        page.records().size() + " records" + (deleted == 0 ? "" : ", " + deleted + " deleted"),
        content,
        Map.of(name(), next.toPosition()),
        page.token().isPresent() ? Duration.ZERO : pollInterval);
  }

  /** Of deleted records nothing but the id is told. */
  private Content content(
      OaiAnswer.Page page, Request request, RawBytes body, ListPosition position) {
    List<Integer> present =
        IntStream.range(0, page.records().size())
            .filter(i -> !page.records().get(i).deleted())
            .boxed()
            .toList();
    return Items.of(
        present, request, i -> papers.paper(page.records().get(i), position), i -> bytes(body, i));
  }

  private Reading failure(OaiAnswer.Failure failure, ListPosition position, Instant now) {
    return switch (failure.code()) {
      case "noRecordsMatch" -> {
        Instant answered = answered(failure.responseDate(), now);
        yield understood(
            "nothing has changed", position.afterList(answered, OVERLAP_DAYS), pollInterval);
      }
      case "badResumptionToken" ->
          position.cursor().isPresent()
              ? understood("the token has expired", position.anew(), Duration.ZERO)
              : new Reading.AskAgain(failure.code() + ": " + failure.message());
      default -> new Reading.AskAgain(failure.code() + ": " + failure.message());
    };
  }

  private Reading understood(String what, ListPosition next, Duration rest) {
    return new Reading.Understood(what, Content.nothing(), Map.of(name(), next.toPosition()), rest);
  }

  /** A page that stays broken but has its end in place still tells where the next one is. */
  @Override
  public Optional<Map<String, Position>> beyond(RawBytes body, Progress progress, Instant now) {
    ListPosition position = position(progress, now);
    Matcher token = TOKEN_OF_BROKEN.matcher(new String(body.copy(Integer.MAX_VALUE), UTF_8));
    return token
        .results()
        .map(found -> found.group(1).replace("&amp;", "&"))
        .filter(next -> position.cursor().filter(next::equals).isEmpty())
        .map(next -> Map.of(name(), position.within(next, now).toPosition()))
        .findFirst();
  }

  @Override
  public Optional<Instant> newsAt(Progress progress) {
    return ListPosition.committed(progress, name()).flatMap(ListPosition::newsAt);
  }

  private ListPosition position(Progress progress, Instant now) {
    return ListPosition.of(progress, name(), period, now.minus(lookback));
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
  private static Instant answered(String responseDate, Instant now) {
    try {
      Instant told = Instant.parse(responseDate);
      return told.isAfter(now) ? now : told;
    } catch (DateTimeException e) {
      return now;
    }
  }
}
