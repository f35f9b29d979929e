package io.paperwire.ingest.source.crossref;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.config.CrossrefConfiguration;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.judgement.Judgement;
import io.paperwire.ingest.judgement.Verdict;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.ingest.source.poll.Dialogue;
import io.paperwire.ingest.source.poll.Reading;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PostedFormatTest {

  private static final CrossrefConfiguration CONFIGURATION =
      new CrossrefConfiguration(
          "prefix:10.31234",
          "me@example.org",
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

  /** A cursor comes with the last page too: the naive reading asks for ever. */
  @Test
  void shouldEndWithAPageThatIsNotFull() {
    assertThat(dialogue.asked())
        .isEqualTo(
            "http://api.example/works?filter=type%3Aposted-content%2Cfrom-update-date%3A2026-06-29"
                + "%2Cuntil-update-date%3A2026-07-02%2Cprefix%3A10.31234&rows=200&cursor=*&mailto=me@example.org");
    String full =
        page(Collections.nCopies(200, work("2026-07-01T10:00:00Z", "")).toArray(String[]::new));
    assertThat(dialogue.understand(full).rest()).isZero();
    assertThat(dialogue.asked()).contains("&cursor=abc%2F%2B%3D&");
    assertThat(dialogue.understand(page()).rest()).isEqualTo(Duration.ofHours(6));
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
