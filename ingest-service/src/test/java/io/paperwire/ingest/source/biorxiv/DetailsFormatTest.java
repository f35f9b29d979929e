package io.paperwire.ingest.source.biorxiv;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DetailsFormatTest {

  private final Dialogue dialogue =
      Dialogue.ofList(
          new DetailsFormat("biorxiv", URI.create("http://api.example/"), PaperLimits.STANDARD),
          1,
          Instant.parse("2026-07-02T12:00:00Z"));

  private static final String NONE =
      "{\"messages\":[{\"status\":\"no posts found\"}],\"collection\":[]}";

  private static String row(String doi, int version, String date, String more) {
    return """
    {"doi":"%s","title":"A <i>Drosophila</i> model","authors":"Lovelace, A.; de la Cruz, M. J.; The Consortium",
     "author_corresponding":"Ada","date":"%s","version":"%d","type":"new results","license":"cc_by",
     "category":"neuroscience","abstract":"H<sub>2</sub>O.","published":"NA","server":"bioRxiv"%s}
    """
        .formatted(doi, date, version, more);
  }

  private static String page(String... rows) {
    return """
    {"messages":[{"status":"ok","cursor":0,"count":%d,"total":"999"}],"collection":[%s]}
    """
        .formatted(rows.length, String.join(",", rows));
  }

  @Test
  void shouldReadARow() {
    SourceRecord paper = dialogue.paper(page(row("10.1101/2026.06.30.1", 1, "2026-6-30", "")));
    assertThat(paper.paperId().value()).isEqualTo("doi:10.1101/2026.06.30.1");
    assertThat(paper.version()).isEqualTo(OptionalInt.of(1));
    assertThat(paper.title()).isEqualTo("A Drosophila model");
    assertThat(paper.abstractText()).hasValue("H₂O.");
    assertThat(paper.authors())
        .containsExactly(
            RecordedAuthor.named("A. Lovelace"),
            RecordedAuthor.named("M. J. de la Cruz"),
            RecordedAuthor.named("The Consortium"));
    assertThat(paper.dates().published()).hasValue(Instant.parse("2026-06-30T00:00:00Z"));
    assertThat(paper.publication().doi()).isEmpty();
    assertThat(paper.categories()).containsExactly("neuroscience");
    assertThat(paper.links().getFirst().url())
        .isEqualTo("https://www.biorxiv.org/content/10.1101/2026.06.30.1v1");
  }

  /** The naive reading believes the total, or stops at a page that is not full. */
  @Test
  void shouldReadUntilThereAreNoPosts() {
    assertThat(dialogue.asked())
        .isEqualTo("http://api.example/details/biorxiv/2026-06-29/2026-07-02/0/json");
    assertThat(dialogue.understand(page(row("10.1101/1", 1, "2026-06-30", ""))).rest()).isZero();
    assertThat(dialogue.asked()).endsWith("/1/json");
    assertThat(dialogue.understand(NONE).rest()).isEqualTo(Duration.ofHours(6));
    assertThat(dialogue.asked()).endsWith("/2026-07-01/2026-07-02/0/json");
  }

  /** Each version is a row of its own: the naive reading announces both. */
  @Test
  void shouldTellVersionsApart() {
    Reading.Content content =
        dialogue
            .understand(
                page(
                    row("10.1101/1", 1, "2026-06-30", ""),
                    row("10.1101/1", 2, "2026-07-01", ""),
                    row("10.1101/2", 3, "2026-07-01", ""),
                    row("10.1101/3", 1, "2026-06-28", "")))
            .content();
    assertThat(content.records().stream().map(SourceRecord::announcement))
        .containsExactly(
            Announcement.NEW,
            Announcement.REPLACEMENT,
            Announcement.REPLACEMENT,
            Announcement.STANDING);
    Judgement first = Judgement.of(content.records().getFirst(), Optional.empty());
    assertThat(Judgement.of(content.records().get(1), Optional.of(first.known())).verdict())
        .isEqualTo(Verdict.REVISED);
  }

  @Test
  void shouldSeePublicationAndWithdrawal() {
    SourceRecord plain = dialogue.paper(page(row("10.1101/1", 1, "2026-06-30", "")));
    Judgement known = Judgement.of(plain, Optional.empty());
    String published =
        row("10.1101/1", 1, "2026-06-30", "").replace("\"NA\"", "\"10.1038/s41586-026-1\"");
    assertThat(Judgement.of(dialogue.paper(page(published)), Optional.of(known.known())).verdict())
        .isEqualTo(Verdict.PUBLISHED);
    String withdrawn =
        row("10.1101/1", 2, "2026-07-01", "").replace("\"new results\"", "\"WITHDRAWN\"");
    assertThat(Judgement.of(dialogue.paper(page(withdrawn)), Optional.of(known.known())).verdict())
        .isEqualTo(Verdict.WITHDRAWN);
  }

  @Test
  void shouldRejectARowAndTakeTheOthers() {
    Reading.Content content =
        dialogue
            .understand(
                page(row("nonsense", 1, "2026-06-30", ""), row("10.1101/1", 1, "2026-06-30", "")))
            .content();
    assertThat(content.records()).hasSize(1);
    assertThat(content.rejects()).hasSize(1);
  }

  @Test
  void shouldPassOverAPageThatStaysBroken() {
    assertThat(dialogue.goBeyond("oops")).isTrue();
    assertThat(dialogue.asked()).endsWith("/100/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "[]", "{\"messages\":[]}", "{\"collection\":{}}"})
  void shouldPublishNothingOfWhatIsNoPage(String answer) {
    assertThat(dialogue.read(answer)).isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void shouldAskAgainForAnEmptyPage() {
    assertThat(dialogue.read(page())).isInstanceOf(Reading.AskAgain.class);
    assertThat(dialogue.read(page(row("x", 1, "2026-06-30", ""), row("y", 1, "2026-06-30", ""))))
        .isInstanceOf(Reading.NothingLegible.class);
  }
}
