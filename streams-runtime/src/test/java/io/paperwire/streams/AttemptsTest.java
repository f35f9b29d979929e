package io.paperwire.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

final class AttemptsTest {

  private final List<Duration> pauses = new ArrayList<>();
  private final Queue<RuntimeException> failures = new ArrayDeque<>();
  private int tried;

  private String work() {
    tried++;
    RuntimeException failure = failures.poll();
    if (failure != null) {
      throw failure;
    }
    return "done";
  }

  private String attempt(int most) {
    return new Attempts(most, pauses::add).at(this::work);
  }

  @Test
  void shouldWaitLongerFromOneAttemptToTheNext() {
    failures.add(new IllegalStateException("no memory"));
    failures.add(new IllegalStateException("too late"));

    assertThat(attempt(3)).isEqualTo("done");
    assertThat(pauses).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
  }

  @Test
  void shouldGiveUpAfterTheLastAttemptAndSayHowManyThereWere() {
    for (int i = 0; i < 3; i++) {
      failures.add(new IllegalStateException("failure " + (i + 1)));
    }

    assertThatThrownBy(() -> attempt(3))
        .hasMessage("failure 3 (3 attempts)")
        .hasCauseInstanceOf(IllegalStateException.class)
        .satisfies(failure -> assertThat(RepeatedFailure.attempts(failure)).isEqualTo(3));
    assertThat(pauses).hasSize(2);
  }

  @Test
  void shouldNotTryAgainWhatCannotPassOrHasToFailTheThread() {
    List<RuntimeException> lasting =
        List.of(
            new IllegalArgumentException("the key is wrong"),
            new SerializationException("bad bytes"),
            new IllegalStateException("no answer", new ConnectException("refused")));
    failures.addAll(lasting);

    for (RuntimeException failure : lasting) {
      assertThatThrownBy(() -> attempt(3)).isSameAs(failure);
    }
    assertThat(tried).isEqualTo(3);
  }

  @Test
  void shouldTakeWorkThatRunsOutOfStackForAFaultOfTheRecord() {
    assertThatThrownBy(() -> new Attempts(3, pauses::add).at(() -> tooDeep(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasCauseInstanceOf(StackOverflowError.class);
    assertThat(pauses).isEmpty();
  }

  private static int tooDeep(int depth) {
    return depth < 0 ? depth : 1 + tooDeep(depth + 1);
  }

  @Test
  void shouldTryOnceWhereNoMoreIsAskedFor() {
    IllegalStateException failure = new IllegalStateException("no memory");
    failures.add(failure);

    assertThatThrownBy(() -> attempt(1)).isSameAs(failure);
    assertThatThrownBy(() -> attempt(0))
        .hasMessage("paperwire.streams.attempts must be 1 to 5, not 0");
  }
}
