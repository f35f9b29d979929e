package io.paperwire.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class PatienceTest {

  private final Patience patience = new Patience(Duration.ofMinutes(3), this::nanos);
  private Duration now = Duration.ZERO;

  @Test
  void shouldWaitAsLongAsSomethingMoves() {
    Queue<Integer> papers = new ArrayDeque<>(List.of(10, 20, 30, 40, 50));

    int seen =
        patience.await("papers", () -> look(papers), count -> count == 50, Integer::longValue);

    assertThat(seen).isEqualTo(50);
    assertThat(now).isGreaterThan(Duration.ofMinutes(9));
  }

  @Test
  void shouldGiveUpWhenNothingMovesAnyMore() {
    Queue<Integer> papers = new ArrayDeque<>(List.of(10, 20, 20, 20, 20, 50));

    assertThatExceptionOfType(DemoFailure.class)
        .isThrownBy(
            () ->
                patience.await(
                    "50 papers", () -> look(papers), count -> count == 50, Integer::longValue))
        .withMessage("waited 180 s in vain for 50 papers, and saw 20");
  }

  /** What comes while it looks on makes it look on for as long again. */
  @Test
  void shouldLookOnUntilNothingComesAnyMore() {
    Queue<Integer> papers = new ArrayDeque<>(List.of(10, 10, 20, 20, 20, 50));

    int seen = patience.awaitQuiet(() -> look(papers), Integer::longValue);

    assertThat(seen).isEqualTo(20);
    assertThat(papers).containsExactly(50);
  }

  private int look(Queue<Integer> papers) {
    now = now.plusMinutes(2);
    return papers.remove();
  }

  private long nanos() {
    return now.toNanos();
  }
}
