package io.paperwire.notify.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tasks of a thread take turns at papers of the past. */
final class TrafficTest {

  private static final long TURN = Duration.ofMillis(40).toNanos();
  private static final long LOOK = Duration.ofMillis(20).toNanos();

  private final Traffic traffic = new Traffic();
  private long nanos;

  @Test
  void shouldLetAThreadLookAtWhatIsNewBetweenTheTurnsOfItsTasks() {
    assertThat(turnsOf("1_0", "1_2", "1_4")).containsExactly("1_0");
    assertThat(turnsOf("1_0", "1_2", "1_4")).containsExactly("1_2");
    assertThat(turnsOf("1_0", "1_2", "1_4")).containsExactly("1_4");
    assertThat(turnsOf("1_0", "1_2", "1_4")).containsExactly("1_0");
  }

  @Test
  void shouldLetATaskGoOnWhereNoOtherAsks() {
    assertThat(turnsOf("1_0")).containsExactly("1_0");
    assertThat(turnsOf("1_0")).containsExactly("1_0");
  }

  @Test
  void shouldNotWaitForATaskThatHasWorkedItsBacklogOffOrEndsOrHasToWait() {
    for (String way : Set.of("worked off", "ended", "has to wait")) {
      Traffic many = new Traffic();
      assertThat(many.isTurnOf("1_0", nanos)).isTrue();
      assertThat(many.isTurnOf("1_2", nanos)).isFalse();
      switch (way) {
        case "worked off" -> many.waits("1_0", 0);
        case "ended" -> many.ends("1_0");
        default -> many.asksNot("1_0");
      }
      assertThat(many.isTurnOf("1_2", nanos)).as(way).isTrue();
    }
  }

  @Test
  void shouldNotWaitForeverForATaskThatAsksNoMore() {
    assertThat(traffic.isTurnOf("1_0", nanos)).isTrue();
    assertThat(traffic.isTurnOf("1_2", nanos + Duration.ofSeconds(9).toNanos())).isFalse();
    assertThat(traffic.isTurnOf("1_2", nanos + Duration.ofSeconds(11).toNanos())).isTrue();
  }

  @Test
  void shouldNotLetAThreadWaitForAnother() throws InterruptedException {
    assertThat(traffic.isTurnOf("1_0", nanos)).isTrue();
    traffic.hadTurn("1_0", nanos);

    List<Boolean> elsewhere = new ArrayList<>();
    Thread other = Thread.ofPlatform().start(() -> elsewhere.add(traffic.isTurnOf("1_1", nanos)));
    other.join();

    assertThat(elsewhere).containsExactly(true);
  }

  /**
   * Which of a thread's tasks get a turn when it calls them all, after it looked at what is new.
   */
  private List<String> turnsOf(String... tasks) {
    List<String> turns = new ArrayList<>();
    for (String task : tasks) {
      traffic.waits(task, 100);
      if (traffic.isTurnOf(task, nanos)) {
        turns.add(task);
        nanos += TURN;
        traffic.hadTurn(task, nanos);
      }
    }
    nanos += LOOK;
    return turns;
  }
}
