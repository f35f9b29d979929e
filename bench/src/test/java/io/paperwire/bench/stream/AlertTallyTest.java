package io.paperwire.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AlertTallyTest {

  @Test
  void shouldCountWhatIsMissingRepeatedAndWrong() {
    AlertTally tally = AlertTally.of(Set.of(1L, 2L, 3L), List.of(1L, 1L, 2L, 2L, 2L, 7L));

    assertThat(tally).isEqualTo(new AlertTally(3, 3, 1, 3, 1));
    assertThat(tally.isExact()).isFalse();
  }

  @Test
  void shouldBeExactOnlyWithoutAny() {
    assertThat(AlertTally.of(Set.of(1L, 2L), List.of(2L, 1L)).isExact()).isTrue();
    assertThat(AlertTally.of(Set.of(1L, 2L), List.of(2L)).isExact()).isFalse();
    assertThat(AlertTally.of(Set.of(1L, 2L), List.of(2L, 1L, 1L)).isExact()).isFalse();
    assertThat(AlertTally.of(Set.of(1L), List.of(2L, 1L)).isExact()).isFalse();
  }
}
