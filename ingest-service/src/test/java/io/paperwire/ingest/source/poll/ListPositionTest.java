package io.paperwire.ingest.source.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
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
        Instant.parse(date),
        Optional.empty());
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
  void shouldKeepTheDateThatAListHasComeToUntilTheListIsBegunAgain() {
    Optional<Instant> reached = Optional.of(NOW);
    ListPosition position = newest("2026-07-01T00:00:00Z").within("a", NOW).reaching(reached);
    assertThat(position.at("b").reached()).isEqualTo(reached);
    assertThat(position.within("c", NOW).reaching(Optional.empty()).reached()).isEqualTo(reached);
    assertThat(position.met(NOW, NOW).reached()).isEqualTo(reached);
    Progress progress = new Progress(new Positions(Map.of("list", position.toPosition())));
    assertThat(ListPosition.committed(progress, "list")).hasValue(position);
    assertThat(position.anew().reached()).isEmpty();
  }

  @Test
  void shouldForgetADateToComeThatAFormerVersionNoted() {
    ListPosition before = newest("2031-01-01T00:00:00Z");
    assertThat(before.met(Instant.EPOCH, NOW)).isEqualTo(before);
    assertThat(before.met(Instant.parse("2026-07-01T00:00:00Z"), NOW).newsAt()).hasValue(NOW);
  }
}
