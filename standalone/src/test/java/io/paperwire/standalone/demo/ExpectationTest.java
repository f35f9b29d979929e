package io.paperwire.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.schemas.Author;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.PaperStatus;
import io.paperwire.schemas.Trend;
import io.paperwire.schemas.TrendState;
import io.paperwire.schemas.catalogue.TrustedRecords;
import io.paperwire.topics.Vocabulary;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExpectationTest {

  static {
    TrustedRecords.trust();
  }

  private final Expectation expectation = new Expectation(Vocabulary.load());

  @Test
  void shouldTakeANameForThePersonWhoIsFollowed() {
    assertThat(wanted("Colin Raffel")).isTrue();
    assertThat(wanted("C. Raffel")).isTrue();
    assertThat(wanted("Jane Raffel")).isFalse();
  }

  /** A family name alone does not stand for a person of whom more was asked. */
  @Test
  void shouldNotTakeAFamilyNameForAPerson() {
    assertThat(wanted("Raffel")).isFalse();
  }

  private boolean wanted(String author) {
    SampleSubscriber follower =
        new SampleSubscriber(
            "tom@safety.example.org",
            List.of(),
            List.of(),
            List.of("Colin Raffel"),
            "instant",
            "UTC");
    return expectation.of(follower, List.of(paper(author))).contains("arxiv:2401.00001");
  }

  private static EnrichedPaper paper(String author) {
    Instant at = Instant.parse("2024-01-02T00:00:00Z");
    return EnrichedPaper.newBuilder()
        .setPaperId("arxiv:2401.00001")
        .setStatus(PaperStatus.ACTIVE)
        .setLastChange(PaperEventKind.ANNOUNCED)
        .setTitle("Transfer learning")
        .setAuthors(List.of(new Author(author, null, null)))
        .setFirstSeenAt(at)
        .setTrend(new Trend(0L, 0.0, at, TrendState.QUIET))
        .build();
  }
}
