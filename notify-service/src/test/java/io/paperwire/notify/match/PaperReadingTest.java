package io.paperwire.notify.match;

import static io.paperwire.notify.match.TestRecords.paper;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.index.Paper;
import io.paperwire.interest.Clause;
import io.paperwire.schemas.Author;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.Link;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.PaperKind;
import io.paperwire.schemas.PaperSource;
import io.paperwire.schemas.PredictedCategory;
import io.paperwire.schemas.Trend;
import io.paperwire.schemas.TrendState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PaperReadingTest {

  @Test
  void shouldReadAllThatInterestsMayAskFor() {
    EnrichedPaper record =
        paper("arxiv:2401.00001", "Graphs", Instant.EPOCH)
            .setAuthors(
                List.of(
                    Author.newBuilder()
                        .setName("J\u00F6rg M\u00FCller")
                        .setOrcid("0000-0002-1825-0097")
                        .build()))
            .setCategories(List.of("cs.LG"))
            .setSources(
                List.of(PaperSource.newBuilder().setSource("biorxiv").setSourceKey("1").build()))
            .setLastChange(PaperEventKind.CROSS_LISTED)
            .setLinks(List.of(new Link("code", "https://example.org/code")))
            .setTrend(new Trend(5L, 1.0, Instant.EPOCH, TrendState.TRENDING))
            .setTrendingUntil(Instant.EPOCH.plusSeconds(60))
            .build();

    Paper read = PaperReading.paper(record);
    Paper elsewhere =
        PaperReading.paper(
            EnrichedPaper.newBuilder(record)
                .setCategories(List.of("cell biology"))
                .setKind(PaperKind.SURVEY)
                .setPredictedCategories(
                    List.of(
                        new PredictedCategory("cs.CL", 0.5),
                        new PredictedCategory("cs.IR", 0.3),
                        new PredictedCategory("cs.DL", 0.29)))
                .build());

    assertThat(read.authors())
        .containsExactly(
            new Paper.Author("J\u00F6rg M\u00FCller", Optional.of("0000-0002-1825-0097")));
    assertThat(read.categories()).containsExactly("cs.LG");
    assertThat(read.likelyCategories()).isEmpty();
    assertThat(elsewhere.categories()).containsExactly("cell biology");
    assertThat(elsewhere.likelyCategories()).containsExactly("cs.CL", "cs.IR");
    assertThat(elsewhere.contribution()).contains(Clause.Contribution.SURVEY);
    assertThat(read.sources()).containsExactly("biorxiv");
    assertThat(read.kind()).contains(Clause.Kind.CROSS_LISTED);
    assertThat(read.code()).isTrue();
    assertThat(read.trending()).isTrue();
  }
}
