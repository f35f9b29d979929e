package io.paperwire.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.EmbeddedException;
import io.paperwire.embedded.EmbeddedException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SupervisorTest {

  private final List<String> news = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @AfterEach
  void forgetTheInterruption() {
    Thread.interrupted();
  }

  @Test
  void shouldStartAPartAgainEachTimeItDies() {
    Part part = new Part();
    part.diesAfter(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofHours(1));

    supervisor(part).run();

    assertThat(news)
        .startsWith(
            "database ended with code 137 and is started again; see database.out",
            "database serves again")
        .hasSize(6);
    assertThat(lost).isEmpty();
  }

  @Test
  void shouldGiveUpAPartThatCannotBeStartedAgain() {
    Part part = new Part();
    part.diesAfter(Duration.ofSeconds(5));
    part.fails(failure(), failure());

    supervisor(part).run();

    assertThat(news)
        .containsExactly("database ended with code 137 and is started again; see database.out");
    assertThat(lost).containsExactly("database ended with code 1");
  }

  @Test
  void shouldTryTwiceBeforeItGivesUp() {
    Part part = new Part();
    part.diesAfter(Duration.ofSeconds(5));
    part.fails(failure());

    supervisor(part).run();

    assertThat(part.restarts).isEqualTo(2);
    assertThat(news).endsWith("database serves again");
    assertThat(lost).isEmpty();
  }

  @Test
  void shouldTakeWhateverGoesWrongForATryThatFailed() {
    Part part = new Part();
    part.diesAfter(Duration.ofSeconds(5));
    part.fails(noMemory(), noMemory());

    supervisor(part).run();

    assertThat(part.restarts).isEqualTo(2);
    assertThat(lost)
        .containsExactly(
            "database cannot be started again: java.io.UncheckedIOException: cannot run kill");
  }

  @Test
  void shouldSayThatAPartCannotBeWatched() throws Exception {
    CompletableFuture<String> told = new CompletableFuture<>();
    Part part =
        new Part() {
          @Override
          public String awaitEnd() {
            throw new IllegalStateException("no such process");
          }
        };

    new Supervisor(part, () -> {}, news::add, told::complete, () -> now, Duration.ZERO).start();

    assertThat(told.get(1, TimeUnit.MINUTES))
        .isEqualTo("database cannot be watched: java.lang.IllegalStateException: no such process");
  }

  @Test
  void shouldGiveUpAPartThatDoesNotLast() {
    Part part = new Part();
    part.diesAfter(Duration.ofHours(5), Duration.ofSeconds(20), Duration.ofSeconds(59));

    supervisor(part).run();

    assertThat(part.restarts).isEqualTo(2);
    assertThat(lost)
        .containsExactly(
            "database ended with code 137. It is not started again: twice in a row it has not"
                + " lasted a minute; see database.out");
  }

  /** However long each start takes. */
  @Test
  void shouldGiveUpAPartThatDiesSoonAfterEachOfItsSlowStarts() {
    Part part = new Part();
    part.startTime = Duration.ofMinutes(1);
    part.diesAfter(Duration.ofHours(5), Duration.ofSeconds(20), Duration.ofSeconds(20));

    supervisor(part).run();

    assertThat(lost).hasSize(1);
  }

  @Test
  void shouldForgetAnEarlyDeathWhenThePartHasLasted() {
    Part part = new Part();
    part.diesAfter(
        Duration.ofHours(5),
        Duration.ofSeconds(20),
        Duration.ofMinutes(1),
        Duration.ofSeconds(20),
        Duration.ofMinutes(1));

    supervisor(part).run();

    assertThat(part.restarts).isEqualTo(5);
    assertThat(lost).isEmpty();
  }

  @Test
  void shouldWaitForWhatThePartStandsOnUnlessTheStartIsTheFirst() {
    Part part = new Part();
    part.diesAfter(Duration.ofHours(5), Duration.ofHours(5), Duration.ofSeconds(20));
    part.fails(failure());

    supervisor(part).run();

    assertThat(part.steps)
        .containsExactly(
            "start", "wait for the ground", "start", "start", "wait for the ground", "start");
  }

  @Test
  void shouldLetAPartEndThatIsMeantTo() {
    Part part = new Part();
    part.diesAfter(Duration.ofSeconds(5));
    Supervisor supervisor = supervisor(part);
    supervisor.close();

    supervisor.run();

    assertThat(part.restarts).isZero();
    assertThat(news).isEmpty();
    assertThat(lost).isEmpty();
  }

  @Test
  void shouldBreakOffAStartWhenItIsClosed() throws Exception {
    CountDownLatch starting = new CountDownLatch(1);
    CountDownLatch brokenOff = new CountDownLatch(1);
    Part part =
        new Part() {
          @Override
          public void restart() throws InterruptedException {
            starting.countDown();
            try {
              new CountDownLatch(1).await();
            } finally {
              brokenOff.countDown();
            }
          }
        };
    part.diesAfter(Duration.ofSeconds(5));
    Supervisor supervisor = supervisor(part);

    supervisor.start();
    starting.await();
    supervisor.close();

    assertThat(brokenOff.await(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void shouldLetOthersWaitWhileThePartIsDown() throws Exception {
    CountDownLatch starting = new CountDownLatch(1);
    CountDownLatch recovery = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    Part part =
        new Part() {
          @Override
          public void restart() throws InterruptedException {
            starting.countDown();
            recovery.await();
          }

          @Override
          public String awaitEnd() throws InterruptedException {
            if (starting.getCount() == 0) {
              over.await();
            }
            return super.awaitEnd();
          }
        };
    part.diesAfter(Duration.ofSeconds(5));
    Supervisor supervisor = supervisor(part);
    supervisor.awaitServing();

    supervisor.start();
    starting.await();
    Thread waiting = Thread.ofVirtual().start(() -> awaitServing(supervisor));
    await().until(() -> waiting.getState() == Thread.State.WAITING);
    assertThat(news).hasSize(1);
    recovery.countDown();

    assertThat(waiting.join(Duration.ofMinutes(1))).isTrue();
    supervisor.close();
  }

  private static void awaitServing(Supervisor supervisor) {
    try {
      supervisor.awaitServing();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Supervisor supervisor(Part part) {
    return new Supervisor(part, part::grounded, news::add, lost::add, () -> now, Duration.ZERO);
  }

  private static RuntimeException failure() {
    return new EmbeddedException(Reason.CHILD_ENDED, "database ended with code 1");
  }

  private static RuntimeException noMemory() {
    return new UncheckedIOException("cannot run kill", new IOException("Cannot allocate memory"));
  }

  /** Dies as often as it is told, and then interrupts who waits for its next end. */
  private class Part implements Restartable {

    private final Queue<Duration> lives = new ArrayDeque<>();
    private final Queue<RuntimeException> failures = new ArrayDeque<>();
    private Duration startTime = Duration.ZERO;
    private final List<String> steps = new ArrayList<>();
    private int restarts;

    void diesAfter(Duration... each) {
      lives.addAll(List.of(each));
    }

    void fails(RuntimeException... each) {
      failures.addAll(List.of(each));
    }

    void grounded() {
      steps.add("wait for the ground");
    }

    @Override
    public String name() {
      return "database";
    }

    @Override
    public Path log() {
      return Path.of("database.out");
    }

    @Override
    public String awaitEnd() throws InterruptedException {
      Duration life = lives.poll();
      if (life == null) {
        throw new InterruptedException("the test is over");
      }
      now = now.plus(life);
      return "ended with code 137";
    }

    @Override
    public void restart() throws InterruptedException {
      restarts++;
      steps.add("start");
      now = now.plus(startTime);
      RuntimeException failure = failures.poll();
      if (failure != null) {
        throw failure;
      }
    }
  }
}
