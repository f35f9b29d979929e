package io.paperwire.ingest.source.crossref;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.config.CrossrefConfiguration;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.judgement.Judgement;
import io.paperwire.ingest.judgement.Verdict;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.ingest.source.Period;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.Progress;
import io.paperwire.ingest.source.poll.Dialogue;
import io.paperwire.ingest.source.poll.ListPart;
import io.paperwire.ingest.source.poll.ListPosition;
import io.paperwire.ingest.source.poll.Reading;
import io.paperwire.text.OrcidId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PostedFormatTest {

  private static final CrossrefConfiguration CONFIGURATION =
      new CrossrefConfiguration(
          "prefix:10.31234",
          "Me <me@example.org>",
          URI.create("http://api.example"),
          Duration.ofHours(6),
          Duration.ofSeconds(1),
          Duration.ofDays(3));

  private final Dialogue dialogue =
      Dialogue.ofList(
          new PostedFormat(CONFIGURATION, PaperLimits.STANDARD),
          1,
          Instant.parse("2026-07-02T12:00:00Z"));

  private static String work(String created, String more) {
    return """
    {"DOI":"10.31234/OSF.IO/ABC","title":["A <i>title</i>\\nin two lines"],
     "abstract":"<jats:title>Abstract</jats:title><jats:p>Text with <jats:italic>p</jats:italic> &lt; .05</jats:p>",
     "author":[{"given":"Ada","family":"Lovelace","affiliation":[{"name":"Univ. of X"}]},
               {"name":"The Consortium","affiliation":[]}],
     "group-title":"Psychology","license":[{"URL":"https://creativecommons.org/licenses/by/4.0/"}],
     "posted":{"date-parts":[[2026,7,1]]},"created":{"date-time":"%s"}%s}
    """
        .formatted(created, more);
  }

  private static String page(String... works) {
    return """
    {"status":"ok","message-type":"work-list","message":{"next-cursor":"abc/+=","items":[%s]}}
    """
        .formatted(String.join(",", works));
  }

  @Test
  void shouldReadAPreprint() {
    SourceRecord paper = dialogue.paper(page(work("2026-07-01T10:00:00Z", "")));
    assertThat(paper.paperId().value()).isEqualTo("doi:10.31234/osf.io/abc");
    assertThat(paper.title()).isEqualTo("A title in two lines");
    assertThat(paper.abstractText()).hasValue("Text with p < .05");
    assertThat(paper.authors())
        .containsExactly(
            new RecordedAuthor("Ada Lovelace", Optional.of("Univ. of X")),
            RecordedAuthor.named("The Consortium"));
    assertThat(paper.dates().published()).hasValue(Instant.parse("2026-07-01T00:00:00Z"));
    assertThat(paper.announcement()).isEqualTo(Announcement.NEW);
    assertThat(paper.links().getFirst().url()).isEqualTo("https://doi.org/10.31234/osf.io/abc");
  }

  @Test
  void shouldReadOrcidIdsAndLeaveOutMistypedOnes() {
    String work =
        work("2026-07-01T10:00:00Z", "")
            .replace(
                "{\"given\":\"Ada\"",
                "{\"ORCID\":\"http:\\/\\/orcid.org\\/0000-0002-1825-0097\","
                    + "\"authenticated-orcid\":false,\"given\":\"Ada\"")
            .replace(
                "{\"name\":\"The",
                "{\"ORCID\":\"https://orcid.org/0000-0002-1825-0098\",\"name\":\"The");
    assertThat(dialogue.paper(page(work)).authors())
        .containsExactly(
            new RecordedAuthor(
                "Ada Lovelace",
                Optional.of(new OrcidId("0000-0002-1825-0097")),
                Optional.of("Univ. of X")),
            RecordedAuthor.named("The Consortium"));
  }

  /** A bulk re-deposit updates old records; the naive reading announces them. */
  @Test
  void shouldGoByTheDayThatTheDoiWasCreated() {
    assertThat(dialogue.paper(page(work("2020-01-01T10:00:00Z", ""))).announcement())
        .isEqualTo(Announcement.STANDING);
  }

  @ParameterizedTest
  @CsvSource({
    "'[2026]', 2026-01-01",
    "'[2026,5]', 2026-05-01",
    "'[2026,2,30]', 2026-07-01",
    "'[null]', 2026-07-01"
  })
  void shouldReadDatesThatAreNotWhole(String parts, String expected) {
    String text = work("2026-07-01T00:00:00Z", "").replace("[2026,7,1]", parts);
    assertThat(dialogue.paper(page(text)).dates().published())
        .hasValue(Instant.parse(expected + "T00:00:00Z"));
  }

  @Test
  void shouldSeePublicationAndWithdrawal() {
    Judgement known =
        Judgement.of(dialogue.paper(page(work("2026-07-01T10:00:00Z", ""))), Optional.empty());
    String published =
        ",\"relation\":{\"is-preprint-of\":[{\"id-type\":\"doi\",\"id\":\"10.1038/x\"}]}";
    assertThat(
            Judgement.of(
                    dialogue.paper(page(work("2026-07-01T10:00:00Z", published))),
                    Optional.of(known.known()))
                .verdict())
        .isEqualTo(Verdict.PUBLISHED);
    String withdrawn = ",\"update-to\":[{\"type\":\"withdrawal\"}]";
    assertThat(
            Judgement.of(
                    dialogue.paper(page(work("2026-07-01T10:00:00Z", withdrawn))),
                    Optional.of(known.known()))
                .verdict())
        .isEqualTo(Verdict.WITHDRAWN);
  }

  private static String full() {
    return page(Collections.nCopies(200, work("2026-07-01T10:00:00Z", "")).toArray(String[]::new));
  }

  /**
   * A cursor comes with the last page too: the naive reading asks for ever. And it stays the same
   * from page to page: the careful reading takes that for a page that leads to itself.
   */
  @Test
  void shouldReadEachDayToThePageThatIsNotFull() {
    assertThat(dialogue.asked())
        .isEqualTo(
            "http://api.example/works?filter=type%3Aposted-content%2Cfrom-update-date%3A2026-06-29"
                + "%2Cuntil-update-date%3A2026-06-29%2Cprefix%3A10.31234&rows=200&cursor=*&mailto=Me+%3Cme%40example.org%3E");
    for (int page = 1; page <= 3; page++) {
      Reading.Understood read = dialogue.understand(full());
      assertThat(read.content().records()).hasSize(200);
      assertThat(read.rest()).isZero();
      assertThat(dialogue.asked()).contains("2026-06-29%2Cuntil", "&cursor=abc%2F%2B%3D&");
    }
    for (int day = 1; day <= 3; day++) {
      assertThat(dialogue.understand(page()).rest()).isZero();
      assertThat(dialogue.asked()).contains("&cursor=*&");
    }
    assertThat(dialogue.asked())
        .contains("from-update-date%3A2026-07-02%2Cuntil-update-date%3A2026-07-02");
    assertThat(dialogue.understand(page()).rest()).isEqualTo(Duration.ofHours(6));
    assertThat(dialogue.asked())
        .contains("from-update-date%3A2026-07-01%2Cuntil-update-date%3A2026-07-01", "cursor=*");
  }

  /** Crossref moves a cursor on when it answers: the naive reading asks again, and skips a page. */
  @Test
  void shouldBeginTheDayAgainWhereAnAnswerMayBeLost() {
    dialogue.understand(page());
    dialogue.understand(full());
    assertThat(dialogue.asked()).contains("2026-06-30%2Cuntil", "&cursor=abc%2F%2B%3D&");
    dialogue.lose();
    assertThat(dialogue.asked()).contains("2026-06-30%2Cuntil", "&cursor=*&");
    dialogue.understand(full());
    assertThat(dialogue.refuse(404)).isTrue();
    assertThat(dialogue.asked()).contains("2026-06-30%2Cuntil", "&cursor=*&");
  }

  @Test
  void shouldGoOnBehindAPageThatCameAndCannotBeRead() {
    dialogue.understand(full());
    assertThat(dialogue.goBeyond("<html>")).isTrue();
    assertThat(dialogue.asked()).contains("2026-06-29%2Cuntil", "&cursor=abc%2F%2B%3D&");
  }

  /**
   * A first page that cannot be read tells of no cursor: the naive reading asks for it for ever.
   */
  @Test
  void shouldGoOnWithTheNextDayBehindAFirstPageThatCannotBeRead() {
    for (String day : List.of("2026-06-30", "2026-07-01", "2026-07-02")) {
      assertThat(dialogue.goBeyond("<html>")).isTrue();
      assertThat(dialogue.asked()).contains(day + "%2Cuntil", "&cursor=*&");
    }
    assertThat(dialogue.goBeyond("<html>")).isFalse();
  }

  /** The last change is no day to look for what came in the past. */
  @Test
  void shouldListThePastByTheDayThatDoisWereCreated() {
    Period january =
        new Period(LocalDate.parse("2026-01-01"), Optional.of(LocalDate.parse("2026-01-02")));
    ListPart list =
        new ListPart(
            "list",
            new PostedFormat(CONFIGURATION, PaperLimits.STANDARD),
            new ListPart.Rhythm(Duration.ofHours(6), Duration.ofDays(3), 1));
    Dialogue past =
        new Dialogue(list.backfill(january).orElseThrow(), Instant.parse("2026-07-02T12:00:00Z"));
    assertThat(past.asked())
        .contains("from-created-date%3A2026-01-01%2Cuntil-created-date%3A2026-01-01");
    assertThat(past.paper(page(work("2026-01-01T10:00:00Z", ""))).announcement())
        .isEqualTo(Announcement.NEW);
    assertThat(past.asked())
        .contains("from-created-date%3A2026-01-02%2Cuntil-created-date%3A2026-01-02");
    assertThat(past.understand(page()).rest()).isPositive();
  }

  /** As former versions committed it. */
  @Test
  void shouldBeginTheListAgainFromACursorThatTellsNoDay() {
    Position former =
        new Position(
            Map.of(
                "newSince", "2026-05-01T00:00:00Z",
                "from", "2026-06-01",
                "begun", "2026-06-20T00:00:00Z",
                "cursor", "DnF1ZXJ5VGhlbkZldGNo"));
    ListPosition position =
        ListPosition.committed(new Progress(new Positions(Map.of("list", former))), "list")
            .orElseThrow();
    assertThat(
            new PostedFormat(CONFIGURATION, PaperLimits.STANDARD)
                .request(position, Instant.parse("2026-07-02T12:00:00Z"))
                .address()
                .toString())
        .contains("from-update-date%3A2026-06-01", "cursor=*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "[]",
        "{\"status\":\"failed\",\"message\":[{\"type\":\"validation-failure\"}]}"
      })
  void shouldPublishNothingOfWhatIsNoPage(String answer) {
    assertThat(dialogue.read(answer)).isInstanceOf(Reading.Unreadable.class);
  }
}
