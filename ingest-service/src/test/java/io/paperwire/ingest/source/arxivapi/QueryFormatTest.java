package io.paperwire.ingest.source.arxivapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.Progress;
import io.paperwire.ingest.source.poll.Dialogue;
import io.paperwire.ingest.source.poll.ListPosition;
import io.paperwire.ingest.source.poll.Reading;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryFormatTest {

  private static final String NEW = "2026-07-01T10:00:00Z";
  private static final String OLD = "2020-07-01T10:00:00Z";

  private final Dialogue dialogue =
      Dialogue.ofList(
          new QueryFormat("math.CO", URI.create("http://api.example/"), PaperLimits.STANDARD),
          5,
          Instant.parse("2026-07-02T12:00:00Z"));

  @Test
  void shouldReadAnEntry() {
    SourceRecord paper =
        dialogue.paper(QueryPages.page(1, QueryPages.entry("2607.00001v10", NEW, NEW)));
    assertThat(paper.paperId().value()).isEqualTo("arxiv:2607.00001");
    assertThat(paper.version()).hasValue(10);
    assertThat(paper.title()).isEqualTo("Poincaré in two lines");
    assertThat(paper.authors())
        .containsExactly(new RecordedAuthor("Ada Lovelace", Optional.of("Univ. of X")));
    assertThat(paper.categories()).containsExactly("math.CO", "math.ST");
    assertThat(paper.publication().doi()).hasValue("10.1234/abc");
    assertThat(paper.announcement()).isEqualTo(Announcement.NEW);
  }

  @Test
  void shouldGoByTheDatesOfTheVersions() {
    Reading.Content content =
        dialogue
            .understand(
                QueryPages.page(
                    2,
                    QueryPages.entry("math/0607001v2", OLD, NEW),
                    QueryPages.entry("2007.00001v1", OLD, OLD)))
            .content();
    assertThat(content.records().stream().map(SourceRecord::announcement))
        .containsExactly(Announcement.REPLACEMENT, Announcement.STANDING);
  }

  /** The naive reading takes an empty page for the end, and loses the rest. */
  @Test
  void shouldAskAgainForAnEmptyPageThatShouldNotBe() {
    assertThat(dialogue.asked())
        .isEqualTo(
            "http://api.example/api/query?search_query=cat%3Amath.CO+AND+submittedDate%3A%5B"
                + "202606290000+TO+202607022359%5D&start=0&max_results=200"
                + "&sortBy=submittedDate&sortOrder=ascending");
    String entry = QueryPages.entry("2607.00001v1", NEW, NEW);
    assertThat(dialogue.understand(QueryPages.page(2, entry)).rest()).isZero();
    assertThat(dialogue.asked()).contains("&start=1&");
    assertThat(dialogue.read(QueryPages.page(2)))
        .isEqualTo(new Reading.AskAgain("an empty page though there are 2 papers"));
    assertThat(dialogue.understand(QueryPages.page(2, entry)).rest())
        .isEqualTo(Duration.ofHours(6));
    assertThat(dialogue.asked()).contains("&start=0&");
  }

  @Test
  void shouldTakeATotalOfNothingForTheEnd() {
    assertThat(dialogue.understand(QueryPages.page(0)).rest()).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void shouldNotTakeAnErrorForAPaper() {
    String error =
        "<entry><id>http://arxiv.org/api/errors#x</id><title>Error</title>"
            + "<summary>incorrect id format</summary></entry>";
    assertThat(dialogue.read(QueryPages.page(1, error)))
        .isEqualTo(new Reading.AskAgain("the API tells of an error: incorrect id format"));
  }

  private static String full(String published) {
    String[] entries = new String[200];
    Arrays.fill(entries, QueryPages.entry("2607.00001v1", published, published));
    return QueryPages.page(40_000, entries);
  }

  /** The API refuses to page beyond 30,000: the naive reading takes that for the end. */
  @Test
  void shouldBeginAFurtherListLongBeforeTheApiRefusesToGoOn() {
    for (int page = 1; page < 50; page++) {
      dialogue.understand(full("2026-06-30T10:00:00Z"));
    }
    assertThat(dialogue.asked()).contains("%5B202606290000+TO+", "&start=9800&");
    assertThat(dialogue.understand(full("2026-07-01T00:00:00Z")).rest()).isZero();
    assertThat(dialogue.asked()).contains("%5B202607010000+TO+202607022359%5D", "&start=0&");
  }

  @Test
  void shouldNotPassOverInSilenceWhatIsOutOfReach() {
    String page = full("2026-06-29T10:00:00Z");
    for (int pages = 1; pages < 150; pages++) {
      assertThat(dialogue.understand(page).content().rejects()).isEmpty();
    }
    assertThat(dialogue.asked()).contains("%5B202606290000+TO+", "&start=29800&");
    Reading.Understood last = dialogue.understand(page);
    assertThat(last.content().records()).hasSize(200);
    assertThat(last.content().rejects())
        .singleElement()
        .satisfies(
            reject ->
                assertThat(reject.reason())
                    .startsWith("of 40000 papers of math.CO since 2026-06-29 the API tells 30000"));
    assertThat(dialogue.asked()).contains("%5B202606300000+TO+", "&start=0&");
  }

  @Test
  void shouldGoOnWhereAFormerVersionStopped() {
    Position former =
        new Position(
            Map.of(
                "newSince", "2026-06-01T00:00:00Z",
                "from", "2026-06-20",
                "begun", "2026-07-01T00:00:00Z",
                "cursor", "400"));
    ListPosition position =
        ListPosition.committed(new Progress(new Positions(Map.of("list", former))), "list")
            .orElseThrow();
    assertThat(
            new QueryFormat("math.CO", URI.create("http://api.example/"), PaperLimits.STANDARD)
                .request(position, Instant.parse("2026-07-02T12:00:00Z"))
                .address()
                .toString())
        .contains("%5B202606200000+TO+", "&start=400&");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "<html/>", "<feed xmlns=\"http://www.w3.org/2005/Atom\"/>"})
  void shouldPublishNothingOfWhatIsNoAnswer(String answer) {
    assertThat(dialogue.read(answer)).isInstanceOf(Reading.Unreadable.class);
  }
}
