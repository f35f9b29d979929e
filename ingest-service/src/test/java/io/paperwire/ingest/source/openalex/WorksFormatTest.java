package io.paperwire.ingest.source.openalex;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.config.OpenAlexConfiguration;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.judgement.Judgement;
import io.paperwire.ingest.judgement.Verdict;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.ingest.source.poll.Dialogue;
import io.paperwire.ingest.source.poll.Reading;
import io.paperwire.text.OrcidId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WorksFormatTest {

  private static final OpenAlexConfiguration CONFIGURATION =
      new OpenAlexConfiguration(
          "type:preprint",
          "publication",
          "secret key",
          "me+papers@example.org",
          URI.create("http://api.example"),
          Duration.ofHours(6),
          Duration.ofSeconds(1),
          Duration.ofDays(3));

  private final Dialogue dialogue =
      Dialogue.ofList(
          new WorksFormat(CONFIGURATION, PaperLimits.STANDARD),
          3,
          Instant.parse("2026-07-02T12:00:00Z"));

  private static String work(String doi, String published, String created, String more) {
    return """
    {"id":"https://openalex.org/W1","doi":%s,"title":"A <i>title</i>","publication_date":"%s",
     "created_date":"%s","authorships":[{"author":{"display_name":"Ada Lovelace"},
     "institutions":[{"display_name":"Univ. of X"}]},{"author":{"display_name":null}}],
     "topics":[{"display_name":"Topic Models"}],"primary_topic":{"display_name":"Topic Models"},
     "primary_location":{"landing_page_url":"https://example.org/1","license":"cc-by",
     "source":{"display_name":"Journal of X","type":"journal"}},"is_retracted":false,
     "abstract_inverted_index":{"Words":[0,3],"in":[1],"order.":[2]}%s}
    """
        .formatted(doi, published, created, more);
  }

  private static String page(String next, String... works) {
    return "{\"meta\":{\"next_cursor\":"
        + next
        + "},\"results\":["
        + String.join(",", works)
        + "]}";
  }

  private static final String DOI = "\"https://doi.org/10.1234/ABC\"";

  @Test
  void shouldReadAWork() {
    SourceRecord paper = dialogue.paper(page("null", work(DOI, "2026-07-01", "2026-07-02", "")));
    assertThat(paper.paperId().value()).isEqualTo("doi:10.1234/abc");
    assertThat(paper.title()).isEqualTo("A title");
    assertThat(paper.abstractText()).hasValue("Words in order. Words");
    assertThat(paper.authors())
        .containsExactly(new RecordedAuthor("Ada Lovelace", Optional.of("Univ. of X")));
    assertThat(paper.authors()).allMatch(author -> author.orcid().isEmpty());
    assertThat(paper.categories()).containsExactly("Topic Models");
    assertThat(paper.publication().journalRef()).hasValue("Journal of X");
    assertThat(paper.dates().published()).hasValue(Instant.parse("2026-07-01T00:00:00Z"));
    assertThat(paper.announcement()).isEqualTo(Announcement.NEW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"https://orcid.org/0000-0002-1825-0097\" | null | 0000-0002-1825-0097",
        "\"https://orcid.org/0000-0002-1825-0097\" | \"https://orcid.org/0000-0002-1694-233X\""
            + " | 0000-0002-1694-233X",
        "\"https://orcid.org/0000-0002-1825-0098\" | null |",
        "7 | [] |",
      })
  void shouldTakeTheOrcidIdOfThePaperBeforeThatOfOpenAlex(
      String known, String raw, @Nullable String read) {
    String work =
        work(DOI, "2026-07-01", "2026-07-02", "")
            .replace("\"Ada Lovelace\"", "\"Ada Lovelace\",\"orcid\":" + known)
            .replace("\"institutions\"", "\"raw_orcid\":" + raw + ",\"institutions\"");
    assertThat(dialogue.paper(page("null", work)).authors())
        .containsExactly(
            new RecordedAuthor(
                "Ada Lovelace",
                Optional.ofNullable(read).map(OrcidId::new),
                Optional.of("Univ. of X")));
  }

  /** The naive reading makes a paper of its own out of arXiv's DOI. */
  @Test
  void shouldMeetArxivsPapersUnderTheirOwnKey() {
    String doi = "\"https://doi.org/10.48550/arXiv.2606.00467\"";
    SourceRecord paper = dialogue.paper(page("null", work(doi, "2026-07-01", "2026-07-02", "")));
    assertThat(paper.paperId().value()).isEqualTo("arxiv:2606.00467");
    assertThat(paper.publication().doi()).isEmpty();
    assertThat(
            dialogue
                .paper(page("null", work("null", "2026-07-01", "2026-07-02", "")))
                .paperId()
                .value())
        .isEqualTo("openalex:W1");
  }

  /** The naive reading takes the repository for the journal, and the preprint for published. */
  @ParameterizedTest
  @CsvSource({
    "journal, true, true",
    "conference, true, true",
    "book series, true, true",
    "ebook platform, false, true",
    "repository, false, false"
  })
  void shouldNotTakeADepositForAPublication(String kind, boolean isVenue, boolean isPublished) {
    String work =
        work(DOI, "2026-07-01", "2026-07-02", "")
            .replace("\"type\":\"journal\"", "\"type\":\"" + kind + "\"");
    SourceRecord.Publication publication = dialogue.paper(page("null", work)).publication();
    assertThat(publication.journalRef().isPresent()).isEqualTo(isVenue);
    assertThat(publication.doi().isPresent()).isEqualTo(isPublished);
  }

  /** The naive reading publishes a paper of next year. */
  @Test
  void shouldNotBelieveDatesInTheFuture() {
    assertThat(
            dialogue
                .paper(page("null", work(DOI, "2027-01-01", "2026-07-02T10:11:12.131415", "")))
                .dates()
                .published())
        .hasValue(Instant.parse("2026-07-02T00:00:00Z"));
  }

  @Test
  void shouldNotTakeAnOldWorkForNewBecauseItIsListed() {
    assertThat(
            dialogue
                .paper(page("null", work(DOI, "2026-07-01", "2020-01-01T00:00:00Z", "")))
                .announcement())
        .isEqualTo(Announcement.STANDING);
  }

  @Test
  void shouldReadWithoutAnAbstract() {
    String nothing =
        work(DOI, "2026-07-01", "2026-07-02", "").replaceFirst("\\{\"Words.*?\\}", "null");
    assertThat(dialogue.paper(page("null", nothing)).abstractText()).isEmpty();
  }

  @Test
  void shouldSeeARetraction() {
    String retracted =
        work(DOI, "2026-07-01", "2026-07-02", "")
            .replace("\"is_retracted\":false", "\"is_retracted\":true");
    assertThat(Judgement.of(dialogue.paper(page("null", retracted)), Optional.empty()).verdict())
        .isEqualTo(Verdict.WITHDRAWN);
  }

  @Test
  void shouldFollowTheCursorAndHideTheKey() {
    assertThat(dialogue.asked())
        .isEqualTo(
            "http://api.example/works?filter=type%3Apreprint%2Cfrom_publication_date%3A2026-06-29"
                + "%2Cto_publication_date%3A2026-07-02&per_page=100&cursor=*&mailto=me%2Bpapers%40example.org");
    assertThat(dialogue.request().secretParameters()).isEqualTo(Map.of("api_key", "secret key"));
    assertThat(dialogue.request().toString()).doesNotContain("secret");
    assertThat(CONFIGURATION.toString()).doesNotContain("secret");
    String first = page("\"a+b=\"", work(DOI, "2026-07-01", "2026-07-02", ""));
    assertThat(dialogue.understand(first).rest()).isZero();
    assertThat(dialogue.asked()).contains("&cursor=a%2Bb%3D&");
    assertThat(dialogue.understand(page("\"c\"")).rest()).isEqualTo(Duration.ofHours(6));
    assertThat(dialogue.asked()).contains("cursor=*");
  }

  @Test
  void shouldBeginAnewWhenTheCursorIsRefused() {
    assertThat(dialogue.refuse(400)).isFalse();
    dialogue.understand(page("\"c\"", work(DOI, "2026-07-01", "2026-07-02", "")));
    assertThat(dialogue.refuse(401)).isFalse();
    assertThat(dialogue.refuse(400)).isTrue();
    assertThat(dialogue.asked()).contains("cursor=*");
  }

  /** The naive reading stops for ever at a page of works without titles. */
  @Test
  void shouldTakeAPageOfNothingLegibleAsItIsAtLast() {
    String untitled =
        work(DOI, "2026-07-01", "2026-07-02", "")
            .replaceFirst("\"title\":\".*?\"", "\"title\":null");
    Reading.NothingLegible reading =
        (Reading.NothingLegible) dialogue.read(page("null", untitled, untitled));
    assertThat(reading.reason()).isEqualTo("no item can be read; item 1: the title is empty");
    assertThat(reading.asItIs().rest()).isEqualTo(Duration.ofHours(6));
    assertThat(reading.asItIs().content().rejects())
        .allSatisfy(
            reject -> assertThat(reject.place().item()).hasValue("https://openalex.org/W1"));
    assertThat(dialogue.understand(page("null", untitled)).content().rejects()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "[]", "{\"error\":\"x\"}", "{\"results\":{}}"})
  void shouldPublishNothingOfWhatIsNoPage(String answer) {
    assertThat(dialogue.read(answer)).isInstanceOf(Reading.Unreadable.class);
  }
}
