package io.paperwire.ingest.turns;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.turns.TurnBoard.Holder;
import io.paperwire.ingest.turns.TurnBoard.Left;
import io.paperwire.ingest.upstream.Mood;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TurnBoardTest {

  private static final String ARXIV = "arXiv";
  private static final Duration INTERVAL = Duration.ofSeconds(3);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final long SECOND = 1_000_000_000L;

  private final TurnBoard board = new TurnBoard();

  private static Left left(String ticket, Duration elapsed, Duration pause, long readAt) {
    return new Left(ticket, INTERVAL, elapsed, pause, 2, "HTTP 503", readAt);
  }

  @Test
  void shouldGiveTheTurnInTheOrderOfTheTickets() {
    board.taken(ARXIV, "a", LONGEST, 0);
    board.taken(ARXIV, "b", LONGEST, 1);
    board.taken("PubMed", "c", LONGEST, 2);
    assertThat(board.holder(ARXIV)).hasValue(new Holder("a", 60 * SECOND));
    assertThat(board.holder("PubMed").map(Holder::ticket)).hasValue("c");
    board.gone(ARXIV, "a", 10 * SECOND);
    assertThat(board.holder(ARXIV)).hasValue(new Holder("b", 70 * SECOND));
    assertThat(board.has(ARXIV, "a")).isFalse();
  }

  @Test
  void shouldLeaveALineFromTheMiddle() {
    board.taken(ARXIV, "a", LONGEST, 0);
    board.taken(ARXIV, "b", LONGEST, 1);
    board.gone(ARXIV, "b", 2);
    assertThat(board.holder(ARXIV)).hasValue(new Holder("a", 60 * SECOND));
  }

  @Test
  void shouldWaitForTheRestOfTheInterval() {
    assertThat(board.readyAt(ARXIV, INTERVAL, 5)).isEqualTo(5);
    board.taken(ARXIV, "a", LONGEST, 0);
    board.left(ARXIV, left("a", Duration.ofSeconds(1), Duration.ZERO, 10 * SECOND));
    board.gone(ARXIV, "a", 10 * SECOND);
    assertThat(board.readyAt(ARXIV, INTERVAL, 10 * SECOND)).isEqualTo(12 * SECOND);
    assertThat(board.readyAt(ARXIV, Duration.ofSeconds(5), 10 * SECOND)).isEqualTo(14 * SECOND);
    assertThat(board.readyAt(ARXIV, Duration.ofSeconds(1), 10 * SECOND)).isEqualTo(12 * SECOND);
  }

  @Test
  void shouldWaitAWholeIntervalBehindWhoDied() {
    board.taken(ARXIV, "dead", LONGEST, 0);
    board.gone(ARXIV, "dead", 70 * SECOND);
    assertThat(board.readyAt(ARXIV, INTERVAL, 70 * SECOND)).isEqualTo(73 * SECOND);
  }

  @Test
  void shouldTellHowLongTheUpstreamWantsToBeLeftAlone() {
    board.left(ARXIV, left("a", Duration.ZERO, Duration.ofSeconds(100), 0));
    assertThat(board.mood(ARXIV, 40 * SECOND))
        .hasValue(new Mood(INTERVAL, 2, Duration.ofSeconds(60), "HTTP 503"));
    assertThat(board.mood(ARXIV, 100 * SECOND)).hasValue(new Mood(INTERVAL, 2, Duration.ZERO, ""));
    assertThat(board.mood("PubMed", 0)).isEmpty();
  }
}
