package io.paperwire.ingest.source.arxivoai;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.ingest.source.Period;
import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.Progress;
import io.paperwire.ingest.source.arxivoai.OaiPages.Rec;
import io.paperwire.ingest.source.poll.Dialogue;
import io.paperwire.ingest.source.poll.ListPart;
import io.paperwire.ingest.source.poll.ListPosition;
import io.paperwire.ingest.source.poll.Part;
import io.paperwire.ingest.source.poll.Reading;
import io.paperwire.ingest.upstream.Answer.Fetched;
import io.paperwire.ingest.upstream.Validators;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OaiFormatTest {

  /** The lookback of five days leads to 2026-01-29T12:00. */
  private static final Instant NOW = Instant.parse("2026-02-03T12:00:00Z");

  private static final String BEFORE = "Thu, 29 Jan 2026 11:59:59 GMT";
  private static final String SINCE = "Thu, 29 Jan 2026 12:00:00 GMT";
  private static final String LATER = "Mon, 2 Feb 2026 19:18:42 GMT";

  private final Part part = part(Optional.of("cs:cs:CL"), new RawPapers(PaperLimits.STANDARD));
  private final Progress progress = new Progress(Positions.none());

  private static Part part(Optional<String> set, Papers papers) {
    return new ListPart(
        set.orElse("all"),
        new OaiFormat(set, URI.create("http://oai.example/oai"), papers),
        new ListPart.Rhythm(Duration.ofHours(6), Duration.ofDays(5), 1));
  }

  private String asked(Instant now) {
    return part.request(progress, now).address().toString();
  }

  private Reading read(String answer) {
    Fetched fetched = new Fetched(RawBytes.of(answer.getBytes(UTF_8)), Validators.none());
    return part.read(part.request(progress, NOW), fetched, progress, NOW);
  }

  private Reading.Understood understand(String answer) {
    Reading.Understood understood = (Reading.Understood) read(answer);
    progress.advance(understood.advances());
    return understood;
  }

  private Announcement announcement(String... versions) {
    return understand(OaiPages.last(Rec.of("2601.20001", versions)))
        .content()
        .records()
        .getFirst()
        .announcement();
  }

  @Test
  void shouldReadARecord() {
    Rec rec =
        Rec.of("2601.20001", SINCE, LATER)
            .title("Poincar\\'e and $x^2$\n  in two lines")
            .xml(
                "<comments>8 pages</comments><journal-ref>J. Ex. 1, 2</journal-ref>"
                    + "<doi>10.1234/ABC 10.5/d</doi>");
    SourceRecord paper = understand(OaiPages.last(rec)).content().records().getFirst();
    assertThat(paper.paperId().value()).isEqualTo("arxiv:2601.20001");
    assertThat(paper.version()).isEqualTo(OptionalInt.of(2));
    assertThat(paper.title()).isEqualTo("Poincaré and $x^2$ in two lines");
    assertThat(paper.abstractText()).hasValue("About 2601.20001, in two lines.");
    assertThat(paper.authors())
        .containsExactly(
            new RecordedAuthor("Ada Lovelace", Optional.of("London; House of Wisdom, Baghdad")),
            new RecordedAuthor("Al-Khwārizmī", Optional.of("House of Wisdom, Baghdad")));
    assertThat(paper.categories()).containsExactly("cs.CL", "cs.AI");
    assertThat(paper.dates().published()).hasValue(Instant.parse("2026-01-29T12:00:00Z"));
    assertThat(paper.dates().updated()).hasValue(Instant.parse("2026-02-02T19:18:42Z"));
    assertThat(paper.publication().doi()).hasValue("10.1234/abc");
    assertThat(paper.publication().journalRef()).hasValue("J. Ex. 1, 2");
    assertThat(paper.publication().comment()).hasValue("8 pages");
    assertThat(paper.links().getFirst().url()).isEqualTo("https://arxiv.org/abs/2601.20001");
  }

  /** The naive reading takes the date stamp, here always today, for news. */
  @Test
  void shouldGoByTheDatesOfTheVersions() {
    assertThat(announcement(SINCE)).isEqualTo(Announcement.NEW);
    assertThat(announcement(SINCE, LATER)).isEqualTo(Announcement.NEW);
    assertThat(announcement(BEFORE, LATER)).isEqualTo(Announcement.REPLACEMENT);
    assertThat(announcement(BEFORE)).isEqualTo(Announcement.STANDING);
  }

  @Test
  void shouldCompareVersionsAsNumbers() {
    String[] ten = new String[10];
    Arrays.fill(ten, BEFORE);
    SourceRecord paper =
        understand(OaiPages.last(Rec.of("2601.20001", ten))).content().records().getFirst();
    assertThat(paper.version()).isEqualTo(OptionalInt.of(10));
  }

  @Test
  void shouldFollowTokensAndOverlapByADay() {
    assertThat(asked(NOW))
        .isEqualTo(
            "http://oai.example/oai?verb=ListRecords&metadataPrefix=arXivRaw&from=2026-01-29"
                + "&set=cs%3Acs%3ACL");
    Reading.Understood first = understand(OaiPages.page(OaiPages.records(), "a b&amp;1|1001"));
    assertThat(first.rest()).isZero();
    assertThat(asked(NOW))
        .isEqualTo("http://oai.example/oai?verb=ListRecords&resumptionToken=a+b%261%7C1001");
    Reading.Understood second = understand(OaiPages.last(Rec.of("2601.20001", SINCE)));
    assertThat(second.rest()).isEqualTo(Duration.ofHours(6));
    // Answered on the 3rd; the next list begins on the day before.
    assertThat(asked(NOW.plus(Duration.ofDays(1)))).contains("&from=2026-02-02&");
  }

  @Test
  void shouldTakeTheDayOfTheFirstPageWhenAListTakesLong() {
    understand(OaiPages.page(OaiPages.records(), "t1").replace("2026-02-03T", "2026-02-01T"));
    understand(OaiPages.last());
    assertThat(asked(NOW)).contains("&from=2026-01-31&");
  }

  @Test
  void shouldNotBelieveAnAnswerFromTheFuture() {
    understand(OaiPages.last().replace("2026-02-03T", "2027-02-03T"));
    assertThat(asked(NOW)).contains("&from=2026-02-02&");
  }

  @Test
  void shouldBeginAListAnewWhenItsTokenHasExpired() {
    understand(OaiPages.page(OaiPages.records(), "t1"));
    if (read(OaiPages.error("badResumptionToken")) instanceof Reading.BeginAgain anew) {
      progress.advance(anew.anew());
    }
    assertThat(asked(NOW)).contains("&from=2026-01-29&");
    assertThat(read(OaiPages.error("badResumptionToken")))
        .isEqualTo(new Reading.AskAgain("badResumptionToken: words of the server"));
  }

  @Test
  void shouldNotGoRoundInCircles() {
    understand(OaiPages.page(OaiPages.records(), "t1"));
    assertThat(read(OaiPages.page(OaiPages.records(), "t1"))).isInstanceOf(Reading.AskAgain.class);
  }

  @Test
  void shouldTakeAnEmptySetForNoFailure() {
    Reading.Understood nothing = understand(OaiPages.error("noRecordsMatch"));
    assertThat(nothing.content()).isEqualTo(Reading.Content.nothing());
    assertThat(nothing.rest()).isEqualTo(Duration.ofHours(6));
    assertThat(asked(NOW)).contains("&from=2026-02-02&");
    assertThat(read(OaiPages.error("badArgument"))).isInstanceOf(Reading.AskAgain.class);
  }

  @Test
  void shouldPassOverDeletedRecords() {
    Reading.Understood page =
        understand(
            OaiPages.page(
                OaiPages.deleted("2601.1") + OaiPages.records(Rec.of("2601.20001", SINCE)), ""));
    assertThat(page.what()).isEqualTo("1 items");
    assertThat(page.content().records()).hasSize(1);
    assertThat(page.content().rejects()).isEmpty();
  }

  @Test
  void shouldRejectARecordWithItsBytesAndTakeTheOthers() {
    Reading.Content content =
        understand(
                OaiPages.last(
                    Rec.of("2601.20001", SINCE),
                    Rec.of("2601.20002", SINCE).title(" "),
                    Rec.of("2601.20003"),
                    Rec.of("nonsense", SINCE),
                    Rec.of("2601.20004", "yesterday")))
            .content();
    assertThat(content.records()).hasSize(1);
    assertThat(content.rejects().stream().map(reject -> reject.reason()))
        .containsExactly(
            "item 2: the title is empty",
            "item 3: no version is named",
            "item 4: no arXiv id in 'nonsense', oai:arXiv.org:nonsense",
            "item 5: version 'v1' of 'yesterday' cannot be read");
    assertThat(content.rejects().getFirst().raw().text().orElseThrow())
        .startsWith("<record><header><identifier>oai:arXiv.org:2601.20002</identifier>")
        .endsWith("</record>");
  }

  @Test
  void shouldSayWhenNewsCame() {
    assertThat(part.newsAt(progress)).isEmpty();
    understand(OaiPages.last(Rec.of("2601.20001", LATER)));
    assertThat(part.newsAt(progress)).hasValue(NOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html><body>Down for maintenance</body></html>",
        "{}",
        "<OAI-PMH><responseDate>2026-02-03T10:00:00Z</responseDate></OAI-PMH>",
        "<!DOCTYPE x [<!ENTITY a SYSTEM"
            + " 'file:///etc/passwd'>]><OAI-PMH><error>&a;</error></OAI-PMH>",
        "<!DOCTYPE x [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><OAI-PMH><error>&b;</error></OAI-PMH>",
        "<OAI-PMH><error code='noRecordsMatch'/></OAI-PMH><more/>",
      })
  void shouldPublishNothingOfWhatIsNoAnswer(String answer) {
    assertThat(read(answer)).isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void shouldPublishNothingOfACutAnswer() {
    String whole = OaiPages.last(Rec.of("2601.20001", SINCE), Rec.of("2601.20002", SINCE)).strip();
    for (int length = 0; length < whole.length(); length += 13) {
      assertThat(read(whole.substring(0, length))).isInstanceOf(Reading.Unreadable.class);
    }
    byte[] latin =
        OaiPages.last(Rec.of("2601.20001", SINCE).title("Poincaré")).getBytes(ISO_8859_1);
    assertThat(
            part.read(
                part.request(progress, NOW),
                new Fetched(RawBytes.of(latin), Validators.none()),
                progress,
                NOW))
        .isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void shouldGoOnBehindABrokenPageThatTellsTheNext() {
    String broken =
        OaiPages.page(OaiPages.records(Rec.of("2601.20001", SINCE).title("a < b")), "t&amp;2");
    assertThat(read(broken)).isInstanceOf(Reading.Unreadable.class);
    RawBytes body = RawBytes.of(broken.getBytes(UTF_8));
    progress.advance(part.beyond(body, progress, NOW).orElseThrow());
    assertThat(asked(NOW)).endsWith("&resumptionToken=t%262");
    assertThat(part.beyond(body, progress, NOW)).isEmpty();
    RawBytes cut = RawBytes.of(broken.substring(0, 500).getBytes(UTF_8));
    assertThat(part.beyond(cut, progress, NOW)).isEmpty();
  }

  /**
   * A record is listed by its last change: the naive reading ends the list with the period, and
   * misses all that was changed since.
   */
  @Test
  void shouldFindThePapersOfAPeriodThatWereChangedSince() {
    Dialogue past = january(new RawPapers(PaperLimits.STANDARD));
    assertThat(past.asked()).endsWith("&from=2020-01-01&set=cs%3Acs%3ACL");
    String within = "Fri, 31 Jan 2020 23:59:59 GMT";
    String after = "Sat, 1 Feb 2020 00:00:00 GMT";
    String before = "Tue, 31 Dec 2019 23:59:59 GMT";
    Reading.Understood page =
        past.understand(
            OaiPages.last(
                Rec.of("2001.00001", within),
                Rec.of("2001.00002", within, after),
                Rec.of("1912.00003", before, within),
                Rec.of("1912.00004", before),
                Rec.of("1912.00005", before, within, after),
                Rec.of("2002.00006", after)));
    assertThat(
            page.content().records().stream()
                .map(paper -> paper.sourceKey() + " " + paper.announcement()))
        .containsExactly(
            "2001.00001 NEW", "2001.00002 NEW", "1912.00003 REPLACEMENT", "1912.00004 STANDING");
    assertThat(page.content().rejects()).isEmpty();
  }

  @Test
  void shouldGoByTheMonthOfTheIdWhereTheFirstVersionIsNotTold() {
    assertThat(
            january(new CurrentPapers(PaperLimits.STANDARD))
                .understand(
                    OaiPages.page(
                        OaiPages.current("2001.00001", "2020-01-31")
                            + OaiPages.current("2001.00002", "2020-06-01")
                            + OaiPages.current("1912.00003", "2020-06-01")
                            + OaiPages.current("2002.00004", "2020-02-01"),
                        ""))
                .content()
                .records()
                .stream()
                .map(paper -> paper.sourceKey() + " " + paper.announcement()))
        .containsExactly("2001.00001 NEW", "2001.00002 NEW");
  }

  private static Dialogue january(Papers papers) {
    Period period =
        new Period(LocalDate.parse("2020-01-01"), Optional.of(LocalDate.parse("2020-01-31")));
    Part past = part(Optional.of("cs:cs:CL"), papers).backfill(period).orElseThrow();
    assertThat(past.name()).isEqualTo("cs:cs:CL 2020-01-01 to 2020-01-31");
    return new Dialogue(past, NOW);
  }

  @Test
  void shouldTellTheDayThatAListHasComeTo() {
    Reading.Understood page = understand(OaiPages.last(Rec.of("2601.20001", SINCE)));
    assertThat(
            page.advances().values().stream()
                .flatMap(position -> ListPosition.of(position).stream())
                .map(ListPosition::reached))
        .containsExactly(Optional.of(Instant.parse("2026-02-03T00:00:00Z")));
  }

  @Test
  void shouldHarvestAllOfArxiv() {
    Part all = part(Optional.empty(), new RawPapers(PaperLimits.STANDARD));
    assertThat(all.name()).isEqualTo("all");
    assertThat(all.request(progress, NOW).address().toString())
        .endsWith("&metadataPrefix=arXivRaw&from=2026-01-29");
  }

  /** {@code created} is the date of the current version: the naive reading announces old papers. */
  @Test
  void shouldNotTakeTheDateOfTheCurrentVersionForThatOfTheFirst() {
    Part current = part(Optional.empty(), new CurrentPapers(PaperLimits.STANDARD));
    Dialogue dialogue = new Dialogue(current, NOW);
    assertThat(dialogue.asked()).contains("metadataPrefix=arXiv&");
    List<SourceRecord> papers =
        dialogue
            .understand(
                OaiPages.page(
                    OaiPages.current("2602.00001", "2026-02-02")
                        + OaiPages.current("1905.00002", "2026-02-02")
                        + OaiPages.current("hep-th/9901001", "2019-02-02"),
                    ""))
            .content()
            .records();
    assertThat(papers.stream().map(SourceRecord::announcement))
        .containsExactly(Announcement.NEW, Announcement.REPLACEMENT, Announcement.STANDING);
    assertThat(papers.getFirst().authors())
        .containsExactly(
            new RecordedAuthor("J. (Jan) Müller Jr.", Optional.of("Univ. of X; Y")),
            RecordedAuthor.named("ATLAS Collaboration"));
  }
}
