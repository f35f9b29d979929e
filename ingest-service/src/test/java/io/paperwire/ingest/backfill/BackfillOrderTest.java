package io.paperwire.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.ingest.identity.CanonicalId;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import io.paperwire.ingest.record.SourceRecord.Dates;
import io.paperwire.ingest.record.SourceRecord.Publication;
import io.paperwire.ingest.source.Page;
import io.paperwire.ingest.source.Period;
import io.paperwire.ingest.source.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackfillOrderTest {

  private static final Period JANUARY =
      new Period(LocalDate.parse("2026-01-01"), Optional.of(LocalDate.parse("2026-01-30")));

  @Test
  void shouldReadACommandLine() {
    assertThat(BackfillOrder.of()).isEmpty();
    assertThat(BackfillOrder.of("--source=x")).isEmpty();
    assertThat(
            BackfillOrder.of(
                "backfill", "--source=arxiv-oai", "--since=2026-01-01", "--until=2026-01-30"))
        .hasValue(new BackfillOrder("arxiv-oai", JANUARY, false));
    assertThat(BackfillOrder.of("backfill", "--source=x", "--since=2026-01-01", "--dry-run"))
        .hasValue(
            new BackfillOrder(
                "x", new Period(LocalDate.parse("2026-01-01"), Optional.empty()), true));
  }

  @ParameterizedTest
  @CsvSource({
    "--since=2026-01-01, --x, a backfill needs --source=NAME",
    "--source=x, --x, a backfill needs --since=DATE",
    "--source=x, --since=yesterday, 'yesterday' is no date such as 2026-01-31",
  })
  void shouldSayWhatIsWrong(String one, String two, String message) {
    assertThatThrownBy(() -> BackfillOrder.of("backfill", one, two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message.replace("''", "'"));
  }

  @Test
  void shouldRefuseAPeriodThatEndsBeforeItBegins() {
    assertThatThrownBy(
            () ->
                BackfillOrder.of(
                    "backfill", "--source=x", "--since=2026-01-02", "--until=2026-01-01"))
        .hasMessage("the period ends on 2026-01-01, before it begins on 2026-01-02");
  }

  @Test
  void shouldEstimateByTheNewestPaper() {
    Instant begun = Instant.parse("2026-06-01T12:00:00Z");
    BackfillProgress progress = new BackfillProgress(JANUARY, begun);
    assertThat(progress.line(begun))
        .isEqualTo(
            "[....................]   0%, time left not known yet: 0 papers, 0 announced, 0"
                + " faults");
    progress.add(page("2026-01-01T00:00:00Z"), 0);
    progress.add(page("2026-01-16T00:00:00Z"), 1);
    assertThat(progress.line(begun.plusSeconds(120)))
        .isEqualTo(
            "[##########..........]  50%, about 1 min left: 2 papers, 1 announced, 0 faults");
    progress.add(page("2030-01-01T00:00:00Z"), 0);
    assertThat(progress.line(begun.plusSeconds(120)))
        .contains("]  50%, about 1 min left: 3 papers");
  }

  @Test
  void shouldNotCountTheTimeThatAnEarlierRunTook() {
    Instant begun = Instant.parse("2026-06-01T12:00:00Z");
    BackfillProgress progress = new BackfillProgress(JANUARY, begun);
    progress.add(page("2026-01-16T00:00:00Z"), 0);
    assertThat(progress.line(begun.plusSeconds(1))).contains("]  50%, time left not known yet:");
    progress.add(page("2026-01-17T12:00:00Z"), 0);
    assertThat(progress.line(begun.plusSeconds(10))).contains("]  55%, about 1 min left:");
  }

  /** The papers of such a list are all of the period, while it goes on to today. */
  @Test
  void shouldGoByTheDateThatAListHasComeTo() {
    Instant begun = Instant.parse("2026-01-11T00:00:00Z");
    Period first =
        new Period(LocalDate.parse("2026-01-01"), Optional.of(LocalDate.parse("2026-01-02")));
    BackfillProgress progress = new BackfillProgress(first, begun);
    progress.add(reaching("2026-01-01T00:00:00Z"), 1);
    progress.add(reaching("2026-01-06T00:00:00Z"), 1);
    assertThat(progress.line(begun.plusSeconds(120))).contains("]  50%, about 2 min left:");
  }

  private static Page reaching(String reached) {
    Position position =
        new Position(
            Map.of("newSince", "2026-01-01T00:00:00Z", "from", "2026-01-01", "reached", reached));
    return Page.ofPapers(
        "a page",
        page("2026-01-02T20:00:00Z").records(),
        List.of(),
        Map.of("all 2026-01-01 to 2026-01-02", position));
  }

  private static Page page(String date) {
    SourceRecord paper =
        new SourceRecord(
            new CanonicalId("arxiv:2601.20001"),
            "2601.20001",
            OptionalInt.of(1),
            Announcement.NEW,
            "A title",
            Optional.empty(),
            List.of(),
            List.of(),
            new Dates(Optional.of(Instant.parse(date)), Optional.empty()),
            Publication.unknown(),
            List.of());
    return Page.ofPapers("a page", List.of(paper), List.of(), Map.of());
  }
}
