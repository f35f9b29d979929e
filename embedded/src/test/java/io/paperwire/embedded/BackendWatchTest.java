package io.paperwire.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.embedded.EmbeddedException.Reason;
import io.paperwire.embedded.process.Restartable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BackendWatchTest {

  private final List<String> news = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @AfterEach
  void forgetTheInterruption() {
    Thread.interrupted();
  }

  @Test
  void shouldStartABackendAgainEachTimeItDies() {
    Backend backend = new Backend();
    backend.diesAfter(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofHours(1));

    watch(backend).run();

    assertThat(news)
        .startsWith(
            "database ended with code 137; see its log. It is started again",
            "database serves again")
        .hasSize(6);
    assertThat(lost).isEmpty();
  }

  @Test
  void shouldGiveUpABackendThatCannotBeStartedAgain() {
    Backend backend = new Backend();
    backend.diesAfter(Duration.ofSeconds(5));
    backend.failures = 2;

    watch(backend).run();

    assertThat(news)
        .containsExactly("database ended with code 137; see its log. It is started again");
    assertThat(lost).containsExactly("database ended with code 1");
  }

  @Test
  void shouldTryTwiceBeforeItGivesUp() {
    Backend backend = new Backend();
    backend.diesAfter(Duration.ofSeconds(5));
    backend.failures = 1;

    watch(backend).run();

    assertThat(backend.restarts).isEqualTo(2);
    assertThat(news).endsWith("database serves again");
    assertThat(lost).isEmpty();
  }

  @Test
  void shouldGiveUpABackendThatKeepsDying() {
    Backend backend = new Backend();
    backend.diesAfter(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20));

    watch(backend).run();

    assertThat(backend.restarts).isEqualTo(2);
    assertThat(lost)
        .containsExactly(
            "database ended with code 137; see its log. It is not started again: it has ended 3"
                + " times within a minute");
  }

  @Test
  void shouldLetABackendEndThatIsMeantTo() {
    Backend backend = new Backend();
    backend.diesAfter(Duration.ofSeconds(5));
    BackendWatch watch = watch(backend);
    watch.close();

    watch.run();

    assertThat(backend.restarts).isZero();
    assertThat(news).isEmpty();
    assertThat(lost).isEmpty();
  }

  private BackendWatch watch(Backend backend) {
    return new BackendWatch(backend, news::add, lost::add, () -> now, Duration.ZERO);
  }

  /** Dies as often as it is told, and then interrupts who waits for its next end. */
  private final class Backend implements Restartable {

    private final Queue<Duration> lives = new ArrayDeque<>();
    private int failures;
    private int restarts;

    void diesAfter(Duration... each) {
      lives.addAll(List.of(each));
    }

    @Override
    public String name() {
      return "database";
    }

    @Override
    public String awaitEnd() throws InterruptedException {
      Duration life = lives.poll();
      if (life == null) {
        throw new InterruptedException("the test is over");
      }
      now = now.plus(life);
      return "ended with code 137; see its log";
    }

    @Override
    public void restart() {
      restarts++;
      if (failures-- > 0) {
        throw new EmbeddedException(Reason.CHILD_ENDED, "database ended with code 1");
      }
    }
  }
}
