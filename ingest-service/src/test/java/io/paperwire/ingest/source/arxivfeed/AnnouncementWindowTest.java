package io.paperwire.ingest.source.arxivfeed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class AnnouncementWindowTest {

  @Test
  void shouldTellNewPapersOfOtherCategoriesFromOldOnes() {
    AnnouncementWindow window =
        AnnouncementWindow.of(
            List.of(250_813_167L, 250_813_171L, 250_813_400L, 250_814_040L), List.of());
    assertThat(window.holds(250_813_156, OptionalInt.of(1))).isTrue();
    assertThat(window.holds(250_814_100, OptionalInt.of(1))).isTrue();
    assertThat(window.holds(250_812_448, OptionalInt.of(1))).isFalse();
    assertThat(window.holds(250_800_875, OptionalInt.of(1))).isFalse();
    assertThat(window.holds(250_813_400, OptionalInt.of(2))).isFalse();
  }

  @Test
  void shouldNotBeWidenedByPapersThatWereHeldBack() {
    AnnouncementWindow one =
        AnnouncementWindow.of(List.of(250_700_001L, 250_813_171L, 250_813_400L), List.of());
    assertThat(one.holds(250_801_000, OptionalInt.of(1))).isFalse();
  }

  @Test
  void shouldSpanTheTurnOfAMonth() {
    AnnouncementWindow window =
        AnnouncementWindow.of(
            List.of(250_824_100L, 250_824_200L, 250_824_300L, 250_900_010L), List.of());
    assertThat(window.holds(250_824_150, OptionalInt.of(1))).isTrue();
    assertThat(window.holds(250_900_200, OptionalInt.of(1))).isTrue();
    assertThat(window.holds(250_822_000, OptionalInt.of(1))).isFalse();
  }

  @Test
  void shouldGoByTheNewestIdWhereNothingIsCalledNew() {
    AnnouncementWindow window =
        AnnouncementWindow.of(List.of(), List.of(250_813_400L, 250_800_875L));
    assertThat(window.holds(250_813_400, OptionalInt.of(1))).isTrue();
    assertThat(window.holds(250_800_875, OptionalInt.of(1))).isFalse();
  }
}
