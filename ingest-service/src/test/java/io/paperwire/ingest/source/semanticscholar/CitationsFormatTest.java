package io.paperwire.ingest.source.semanticscholar;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.config.SemanticScholarConfiguration;
import io.paperwire.ingest.identity.CanonicalId;
import io.paperwire.ingest.record.RecordedSignal;
import io.paperwire.ingest.record.RecordedSignal.Kind;
import io.paperwire.ingest.source.poll.Dialogue;
import io.paperwire.ingest.source.poll.Reading;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CitationsFormatTest {

  private static final Instant NOW = Instant.parse("2026-07-02T12:00:00Z");

  private final Dialogue dialogue =
      Dialogue.ofList(
          new CitationsFormat(
              new SemanticScholarConfiguration(
                  "transformer | bert",
                  "secret",
                  URI.create("http://api.example"),
                  Duration.ofDays(1),
                  Duration.ofSeconds(1),
                  Duration.ofDays(365))),
          0,
          NOW);

  private static String paper(String ids, String citations) {
    return "{\"paperId\":\"x\",\"externalIds\":%s,\"citationCount\":%s}".formatted(ids, citations);
  }

  private static String page(String token, String... papers) {
    return "{\"total\":9,\"token\":" + token + ",\"data\":[" + String.join(",", papers) + "]}";
  }

  private static final String ARXIV = "{\"ArXiv\":\"2606.00467\",\"DOI\":\"10.1/x\"}";

  private static RecordedSignal citations(String paper, long count) {
    return new RecordedSignal(
        new CanonicalId(paper), "semantic-scholar", Kind.CITATION, count, NOW);
  }

  /** Citations of former years are no attention of today: the naive reading tells all of them. */
  @Test
  void shouldTellWhatIsAddedToTheFirstCount() {
    String doi = "{\"DOI\":\"10.1234/ABC\"}";
    assertThat(
            dialogue
                .understand(page("null", paper(ARXIV, "7"), paper(doi, "0")))
                .content()
                .signals())
        .isEmpty();
    assertThat(
            dialogue
                .understand(page("null", paper(ARXIV, "9"), paper(doi, "1")))
                .content()
                .signals())
        .containsExactly(citations("arxiv:2606.00467", 2), citations("doi:10.1234/abc", 1));
    assertThat(dialogue.understand(page("null", paper(ARXIV, "9"))).content().signals()).isEmpty();
    assertThat(dialogue.understand(page("null", paper(ARXIV, "8"))).content().signals())
        .containsExactly(citations("arxiv:2606.00467", -1));
  }

  @Test
  void shouldMeetArxivsDoiUnderTheArxivId() {
    String doi = "{\"DOI\":\"10.48550/arXiv.2606.00467\"}";
    dialogue.understand(page("null", paper(ARXIV, "7")));
    assertThat(dialogue.understand(page("null", paper(doi, "8"))).content().signals())
        .containsExactly(citations("arxiv:2606.00467", 1));
  }

  @Test
  void shouldPassOverWhatNobodyKnows() {
    Reading.Understood page =
        dialogue.understand(
            page("null", paper("null", "7"), paper("{\"DBLP\":\"x\"}", "7"), paper(ARXIV, "null")));
    assertThat(page.advances()).containsOnlyKeys("list");
  }

  @Test
  void shouldFollowTheTokenAndHideTheKey() {
    assertThat(dialogue.asked())
        .isEqualTo(
            "http://api.example/graph/v1/paper/search/bulk?query=transformer+%7C+bert"
                + "&fields=externalIds,citationCount&publicationDateOrYear=2025-07-02:");
    assertThat(dialogue.request().secrets()).isEqualTo(Map.of("x-api-key", "secret"));
    assertThat(dialogue.understand(page("\"t/1\"", paper(ARXIV, "7"))).rest()).isZero();
    assertThat(dialogue.asked()).endsWith("&token=t%2F1");
    assertThat(dialogue.understand(page("null")).rest()).isEqualTo(Duration.ofHours(6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "[]", "{\"message\":\"Too Many Requests\"}"})
  void shouldPublishNothingOfWhatIsNoPage(String answer) {
    assertThat(dialogue.read(answer)).isInstanceOf(Reading.Unreadable.class);
  }
}
