package io.paperwire.notify.web.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each waits for a state; the limit is for one that never comes. */
@Timeout(60)
final class StandingWorkTest {

  @Test
  void shouldBeginAnewAfterAFailureAndTellWhatItWasUntilItGetsOn() throws Exception {
    BlockingQueue<Optional<String>> seen = new LinkedBlockingQueue<>();
    CountDownLatch rounds = new CountDownLatch(2);
    try (StandingWork work =
        StandingWork.start(
            "test",
            "nothing gets on",
            own -> {
              seen.add(own.problem());
              rounds.countDown();
              if (rounds.getCount() > 0) {
                throw new StackOverflowError("too deep");
              }
              own.getsOn();
              seen.add(own.problem());
              own.pauses(Duration.ofDays(1));
            })) {
      assertThat(List.of(seen.take(), seen.take(), seen.take()))
          .containsExactly(
              Optional.of("starting"),
              Optional.of("java.lang.StackOverflowError: too deep"),
              Optional.empty());
      assertThat(work.problem()).isEmpty();
    }
  }

  @Test
  void shouldEndAPauseWhenItIsClosed() throws Exception {
    BlockingQueue<Boolean> goesOn = new LinkedBlockingQueue<>();
    CountDownLatch begun = new CountDownLatch(1);
    StandingWork work =
        StandingWork.start(
            "test",
            "nothing gets on",
            own -> {
              begun.countDown();
              goesOn.add(own.pauses(Duration.ofDays(1)));
            });
    begun.await();
    work.close();

    assertThat(goesOn).as("one round").containsExactly(false);
  }

  @Test
  void shouldInterruptWhatDoesNotEnd() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    StandingWork work =
        StandingWork.start(
            "test",
            "nothing gets on",
            _ -> {
              begun.countDown();
              try {
                never.await();
              } finally {
                interrupted.countDown();
              }
            },
            Duration.ofMillis(1));
    begun.await();
    work.close();

    interrupted.await();
  }
}
