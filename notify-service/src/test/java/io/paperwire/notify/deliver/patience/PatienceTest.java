package io.paperwire.notify.deliver.patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class PatienceTest {

  private final List<Duration> rests = new ArrayList<>();
  private final Patience patience =
      new Patience("the neighbour", IllegalStateException.class::isInstance, rests::add);

  @Test
  void shouldTryUntilTheNeighbourIsBackWithGrowingPauses() {
    Queue<String> answers = new ArrayDeque<>();
    for (int failure = 1; failure <= 9; failure++) {
      answers.add("failure " + failure);
    }
    List<Optional<String>> problems = new ArrayList<>();

    String result =
        patience.await(
            () -> {
              problems.add(patience.problem());
              String failure = answers.poll();
              if (failure != null) {
                throw new IllegalStateException(failure);
              }
              return "done";
            });

    assertThat(result).isEqualTo("done");
    assertThat(rests)
        .extracting(Duration::toMillis)
        .containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 6400L, 10_000L, 10_000L);
    assertThat(problems.getFirst()).isEmpty();
    assertThat(problems.getLast()).contains("failure 9");
    assertThat(patience.problem()).isEmpty();
  }

  @Test
  void shouldLetThroughWhatIsNoOutage() {
    assertThatThrownBy(
            () ->
                patience.await(
                    () -> {
                      throw new IllegalArgumentException("bad data");
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bad data");
    assertThat(rests).isEmpty();
  }

  @Test
  void shouldFindNoProblemWithANeighbourThatIsBackAndAnswersNothingGood() {
    Queue<RuntimeException> failures =
        new ArrayDeque<>(
            List.of(new IllegalStateException("away"), new IllegalArgumentException("bad data")));

    assertThatThrownBy(
            () ->
                patience.await(
                    () -> {
                      throw failures.remove();
                    }))
        .hasMessage("bad data");
    assertThat(patience.problem()).isEmpty();
  }

  @Test
  void shouldEndItsWaitWithTheService() {
    Stop stop = new Stop();
    stop.ask();
    Patience stopping = new Patience("the neighbour", _ -> true, stop);

    assertThat(stop.isAsked()).isTrue();
    assertThatThrownBy(
            () ->
                stopping.await(
                    () -> {
                      throw new IllegalStateException("away");
                    }))
        .isInstanceOf(Stopped.class);
  }

  @Test
  void shouldFinishWhatSucceedsAtOnceEvenWhileStopping() {
    Stop stop = new Stop();
    stop.ask();

    assertThat(new Patience("the neighbour", _ -> true, stop).await(() -> "done"))
        .isEqualTo("done");
  }
}
