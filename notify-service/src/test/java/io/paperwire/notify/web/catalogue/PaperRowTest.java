package io.paperwire.notify.web.catalogue;

import static io.paperwire.notify.web.SamplePapers.link;
import static io.paperwire.notify.web.SamplePapers.paper;
import static io.paperwire.notify.web.SamplePapers.topic;
import static io.paperwire.notify.web.SamplePapers.trend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.topics.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PaperRowTest {

  private static final String NOON = "2026-06-12T12:00:00Z";
  private static final Vocabulary VOCABULARY = Vocabulary.load();

  @Test
  void shouldListUnderBroaderTopicsToo() {
    PaperRow row = row(paper("arxiv:1", "T", NOON).setTopics(List.of(topic("oncology", "O"))));
    assertThat(row.listedUnder()).containsExactly("oncology", "medicine");
    assertThat(row.day()).isEqualTo(LocalDate.of(2026, 6, 12));
  }

  @Test
  void shouldListAPaperThatIsDatedAheadWhenItWasFirstSeen() {
    PaperRow ahead =
        row(
            paper("doi:10.1/next-issue", "T", "2027-01-01T00:00:00Z")
                .setFirstSeenAt(Instant.parse(NOON)));
    assertThat(ahead.paper().listedAt()).isEqualTo(NOON);
    assertThat(ahead.paper().publishedAt()).contains(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(ahead.day()).isEqualTo(LocalDate.of(2026, 6, 12));

    PaperRow old =
        row(paper("doi:10.1/old", "T", "2019-01-01T00:00:00Z").setFirstSeenAt(Instant.parse(NOON)));
    assertThat(old.paper().listedAt()).isEqualTo("2019-01-01T00:00:00Z");
    assertThat(row(paper("doi:10.1/none", "T", NOON).setPublishedAt(null)).paper().listedAt())
        .isEqualTo(NOON);
  }

  @Test
  void shouldLinkToNothingThatIsNotTheWeb() {
    PaperRow row =
        row(
            paper("doi:10.1/<x>", "T", NOON)
                .setLinks(
                    List.of(
                        link("abstract", "javascript:alert(1)"),
                        link("abstract", "https://"),
                        link("pdf", "https://example.org/x.pdf"))));
    assertThat(row.paper().links())
        .containsExactly(new PaperLink("pdf", "https://example.org/x.pdf"));
    assertThat(row.paper().url()).contains("https://example.org/x.pdf");
    assertThat(row(paper("doi:10.1/<x>", "T", NOON)).paper().url())
        .contains("https://doi.org/10.1/%3Cx%3E");
    assertThat(row(paper("elsewhere:1", "T", NOON)).paper().url()).isEmpty();
  }

  @Test
  void shouldCompareAttentionAsIfMeasuredAtOneTime() {
    double now = row(paper("a", "T", NOON).setTrend(trend(1, 4, NOON))).trendOrder().orElseThrow();
    double twoHalfLivesAgo =
        row(paper("b", "T", NOON).setTrend(trend(1, 16, "2026-06-10T12:00:00Z")))
            .trendOrder()
            .orElseThrow();
    assertThat(now).isCloseTo(twoHalfLivesAgo, within(1e-6));
    assertThat(row(paper("c", "T", NOON)).trendOrder()).isEmpty();
  }

  @Test
  void shouldKeepOnlyWhatADatabaseAndAPageCanHold() {
    PaperRow row =
        row(paper("a", "T\0itle", NOON).setAbstractText("😀".repeat(PaperRow.MOST_ABSTRACT)));
    assertThat(row.paper().title()).isEqualTo("Title");
    assertThat(row.paper().abstractText().orElseThrow())
        .hasSizeBetween(PaperRow.MOST_ABSTRACT - 1, PaperRow.MOST_ABSTRACT + 1)
        .endsWith("😀…");
  }

  private static PaperRow row(EnrichedPaper.Builder paper) {
    return PaperRow.of(paper.build(), VOCABULARY, Duration.ofDays(1));
  }
}
