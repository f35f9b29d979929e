package io.paperwire.enrich.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.schemas.PaperEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LatestEventsTest {

  private static final PaperEvent FIRST = Events.from("arxiv-feed").setVersion(1).build();

  @Test
  void shouldKeepOneEventOfEachSource() {
    PaperEvent other = Events.from("file").build();

    assertThat(LatestEvents.add(List.of(other), FIRST)).containsExactly(FIRST, other);
  }

  @Test
  void shouldPreferTheHigherVersionHoweverLateTheLowerOneCame() {
    PaperEvent second = Events.from("arxiv-feed").setVersion(2).build();
    PaperEvent late =
        PaperEvent.newBuilder(FIRST)
            .setObservedAt(Events.MORNING.plus(Duration.ofDays(9)))
            .setUpdatedAt(Events.MORNING.plus(Duration.ofDays(9)))
            .build();

    assertThat(LatestEvents.add(List.of(second), late)).containsExactly(second);
    assertThat(LatestEvents.add(List.of(late), second)).containsExactly(second);
  }

  @Test
  void shouldPreferTheLaterUpdateOfTheSameVersion() {
    PaperEvent updated =
        PaperEvent.newBuilder(FIRST).setUpdatedAt(Events.MORNING.plusSeconds(1)).build();

    assertThat(LatestEvents.add(List.of(updated), FIRST)).containsExactly(updated);
    assertThat(LatestEvents.add(List.of(FIRST), updated)).containsExactly(updated);
  }

  @Test
  void shouldPreferWhatWasSeenLaterWhereNothingElseTells() {
    PaperEvent seenLater =
        PaperEvent.newBuilder(FIRST).setObservedAt(Events.MORNING.plusSeconds(1)).build();

    assertThat(LatestEvents.add(List.of(seenLater), FIRST)).containsExactly(seenLater);
    assertThat(LatestEvents.add(List.of(FIRST), seenLater)).containsExactly(seenLater);
  }
}
