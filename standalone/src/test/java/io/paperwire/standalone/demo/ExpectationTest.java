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
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ExpectationTest {

  static {
    TrustedRecords.trust();
  }

  private static final String ID = "arxiv:2401.00001";
  private static final Delivered DELIVERED =
      new Delivered(ID, Instant.parse("2024-01-03T00:00:00Z"));

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

  /** Who was told before a paper was revised was told rightly, and nobody must be told since. */
  @Test
  void shouldAllowWhatMatchedBeforeARevision() {
    Due due = expectation.of(follower(), List.of(paper("Colin Raffel"), paper("Jane Raffel")));

    assertThat(due).isEqualTo(new Due(Set.of(), Set.of(ID)));
    assertThat(due.differences(List.of())).isEmpty();
    assertThat(due.differences(List.of(DELIVERED))).isEmpty();
    assertThat(due.differences(List.of(DELIVERED, DELIVERED)))
        .contains("got 2 papers, missing [], too many [], 1 of them repeated");
  }

  @Test
  void shouldAskForNothingOfAWithdrawnPaper() {
    EnrichedPaper withdrawn =
        EnrichedPaper.newBuilder(paper("Colin Raffel")).setStatus(PaperStatus.WITHDRAWN).build();

    Due due = expectation.of(follower(), List.of(withdrawn));

    assertThat(due).isEqualTo(new Due(Set.of(), Set.of()));
    assertThat(due.differences(List.of(DELIVERED)))
        .contains("got 1 papers, missing [], too many [" + ID + "], 0 of them repeated");
  }

  private boolean wanted(String author) {
    return expectation.of(follower(), List.of(paper(author))).must().contains(ID);
  }

  private static SampleSubscriber follower() {
    return new SampleSubscriber(
        "tom@safety.example.org", List.of(), List.of(), List.of("Colin Raffel"), "instant", "UTC");
  }

  private static EnrichedPaper paper(String author) {
    Instant at = Instant.parse("2024-01-02T00:00:00Z");
    return EnrichedPaper.newBuilder()
        .setPaperId(ID)
        .setStatus(PaperStatus.ACTIVE)
        .setLastChange(PaperEventKind.ANNOUNCED)
        .setTitle("Transfer learning")
        .setAuthors(List.of(new Author(author, null, null)))
        .setFirstSeenAt(at)
        .setTrend(new Trend(0L, 0.0, at, TrendState.QUIET))
        .build();
  }
}
