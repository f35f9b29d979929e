package io.paperwire.enrich.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.schemas.Author;
import io.paperwire.schemas.Link;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperEventKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KnownEventsTest {

  private static final PaperEvent FIRST = Events.from("arxiv-feed").setVersion(1).build();

  @Test
  void shouldKeepOneEventOfEachSource() {
    PaperEvent other = Events.from("file").build();

    assertThat(KnownEvents.add(List.of(other), FIRST)).containsExactly(FIRST, other);
  }

  @Test
  void shouldPreferTheHigherVersionHoweverLateTheLowerOneCame() {
    PaperEvent second = Events.from("arxiv-feed").setVersion(2).build();
    PaperEvent late =
        PaperEvent.newBuilder(FIRST)
            .setObservedAt(Events.MORNING.plus(Duration.ofDays(9)))
            .setUpdatedAt(Events.MORNING.plus(Duration.ofDays(9)))
            .build();

    assertThat(KnownEvents.add(List.of(second), late)).containsExactly(second);
    assertThat(KnownEvents.add(List.of(late), second)).containsExactly(second);
  }

  @Test
  void shouldPreferTheLaterUpdateOfTheSameVersion() {
    PaperEvent updated =
        PaperEvent.newBuilder(FIRST).setUpdatedAt(Events.MORNING.plusSeconds(1)).build();

    assertThat(KnownEvents.add(List.of(updated), FIRST)).containsExactly(updated);
    assertThat(KnownEvents.add(List.of(FIRST), updated)).containsExactly(updated);
  }

  @Test
  void shouldPreferWhatWasSeenLaterWhereNothingElseTells() {
    PaperEvent seenLater =
        PaperEvent.newBuilder(FIRST).setObservedAt(Events.MORNING.plusSeconds(1)).build();

    assertThat(KnownEvents.add(List.of(seenLater), FIRST)).containsExactly(seenLater);
    assertThat(KnownEvents.add(List.of(FIRST), seenLater)).containsExactly(seenLater);
  }

  @Test
  void shouldKeepWhatSaysWhetherTheTextStandsBesideTheLatestEvent() {
    PaperEvent withdrawn =
        Events.from("arxiv-feed").setVersion(2).setKind(PaperEventKind.WITHDRAWN).build();
    PaperEvent crossListed =
        PaperEvent.newBuilder(withdrawn)
            .setKind(PaperEventKind.CROSS_LISTED)
            .setObservedAt(Events.MORNING.plusSeconds(1))
            .build();
    PaperEvent revised =
        PaperEvent.newBuilder(withdrawn).setKind(PaperEventKind.REVISED).setVersion(3).build();

    List<PaperEvent> two = KnownEvents.add(List.of(withdrawn), crossListed);

    assertThat(two).containsExactly(withdrawn, crossListed);
    assertThat(KnownEvents.add(List.of(crossListed), withdrawn)).isEqualTo(two);
    assertThat(KnownEvents.add(two, FIRST)).isEqualTo(two);
    assertThat(KnownEvents.add(two, revised)).containsExactly(revised);
  }

  @Test
  void shouldKeepOfAnEarlierEventOnlyWhetherTheTextStands() {
    PaperEvent withdrawn =
        Events.from("arxiv-feed")
            .setVersion(2)
            .setUpdatedAt(Events.MORNING)
            .setKind(PaperEventKind.WITHDRAWN)
            .build();
    PaperEvent full =
        PaperEvent.newBuilder(withdrawn)
            .setAbstractText("An abstract.")
            .setAuthors(List.of(new Author("Ada Lovelace", null, null)))
            .setCategories(List.of("cs.CL"))
            .setComment("Withdrawn by the authors")
            .setLinks(List.of(new Link("code", "https://github.com/ada/engine")))
            .build();
    PaperEvent published =
        PaperEvent.newBuilder(full)
            .setKind(PaperEventKind.PUBLISHED)
            .setObservedAt(Events.MORNING.plusSeconds(1))
            .build();

    List<PaperEvent> two = KnownEvents.add(List.of(full), published);

    assertThat(two).containsExactly(withdrawn, published);
    assertThat(KnownEvents.add(List.of(published), full)).isEqualTo(two);
    assertThat(KnownEvents.add(two, full)).isEqualTo(two);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "http"})
  void shouldLetTheLastStatementStandWhereItIsMadeByHand(String source) {
    PaperEvent wrong = Events.from(source).setVersion(1).setTitle("A titel").build();
    PaperEvent corrected = Events.from(source).setObservedAt(Events.MORNING.plusSeconds(1)).build();

    assertThat(KnownEvents.add(List.of(wrong), corrected)).containsExactly(corrected);
    assertThat(KnownEvents.add(List.of(corrected), wrong)).containsExactly(corrected);
  }
}
