package io.paperwire.ingest.source.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ListPositionTest {

  private static final Instant NOW = Instant.parse("2026-07-02T12:00:00Z");

  private static ListPosition newest(String date) {
    return new ListPosition(
        Instant.EPOCH,
        LocalDate.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.parse(date));
  }

  @Test
  void shouldTakeWhatIsNewerThanAllBeforeForNews() {
    ListPosition before = newest("2026-07-01T00:00:00Z");
    assertThat(before.met(Instant.parse("2026-07-01T00:00:00Z"), NOW)).isEqualTo(before);
    ListPosition after = before.met(Instant.parse("2026-07-02T00:00:00Z"), NOW);
    assertThat(after.newsAt()).hasValue(NOW);
    assertThat(after.newest()).isEqualTo("2026-07-02T00:00:00Z");
  }

  @Test
  void shouldForgetADateToComeThatAFormerVersionNoted() {
    ListPosition before = newest("2031-01-01T00:00:00Z");
    assertThat(before.met(Instant.EPOCH, NOW)).isEqualTo(before);
    assertThat(before.met(Instant.parse("2026-07-01T00:00:00Z"), NOW).newsAt()).hasValue(NOW);
  }
}
