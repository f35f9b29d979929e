package io.paperwire.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.identity.CanonicalId;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StatementTest {

  private static Statement statement() {
    return Statement.about(new CanonicalId("doi:10.1234/a"), "10.1234/a").title("A title");
  }

  private static SourceRecord valid(Statement statement) {
    return switch (statement.within(PaperLimits.STANDARD)) {
      case Parsed.Valid<SourceRecord>(SourceRecord record) -> record;
      case Parsed.Invalid<SourceRecord>(Fault fault, String reason) ->
          throw new AssertionError(fault + ": " + reason);
    };
  }

  @Test
  void shouldTakeADateThatNoPaperHasForNone() {
    Optional<Instant> far = Optional.of(Instant.parse("+999999999-01-01T00:00:00Z"));
    assertThat(valid(statement().published(far).updated(far)).dates())
        .isEqualTo(SourceRecord.Dates.unknown());
    Optional<Instant> last = Optional.of(Instant.parse("2199-12-31T23:59:59Z"));
    assertThat(valid(statement().published(last)).dates().published()).isEqualTo(last);
    assertThat(UpstreamDates.parse("+12026-01-31T00:00:00Z")).isEmpty();
    assertThat(UpstreamDates.parse("0001-01-01")).isEmpty();
  }

  @Test
  void shouldTakeAnAddressWithAControlCharacterForNone() {
    assertThat(
            valid(
                    statement()
                        .link("code", "https://x.org/a\u0000b")
                        .link("code", "https://x.org/a b")
                        .link("code", "https://x.org/a"))
                .links())
        .containsExactly(new SourceRecord.RecordedLink("code", "https://x.org/a"));
  }

  @Test
  void shouldLimitWhatHasNoLimitOfItsOwn() {
    RecordedAuthor author = new RecordedAuthor("Ada Lovelace", Optional.of("x".repeat(1_000)));
    assertThat(valid(statement().authors(Collections.nCopies(800, author))).authors()).hasSize(800);
    assertThat(statement().authors(Collections.nCopies(900, author)).within(PaperLimits.STANDARD))
        .isInstanceOfSatisfying(
            Parsed.Invalid.class,
            invalid -> assertThat(invalid.fault()).isEqualTo(Fault.TOO_LARGE));
    assertThat(statement().license("x".repeat(900_000)).within(PaperLimits.STANDARD))
        .isInstanceOf(Parsed.Invalid.class);
  }
}
