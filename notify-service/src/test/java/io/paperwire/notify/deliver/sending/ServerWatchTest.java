package io.paperwire.notify.deliver.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ServerWatchTest {

  private final List<Instant> asked = new ArrayList<>();
  private Optional<String> answer = Optional.of("connection refused");
  private Instant now = Instant.parse("2026-11-23T08:00:00Z");
  private final ServerWatch watch =
      new ServerWatch(
          () -> {
            asked.add(now);
            return answer;
          },
          () -> now);

  @Test
  void shouldTakeTheServerToBeThereAndNotAskUntilAMailFindsItAway() {
    watch.look();

    assertThat(watch.problem()).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void shouldAskAfterTimesThatGrow() {
    watch.lost("connection refused");

    assertThat(secondsOfQuestions(100)).containsExactly(1, 3, 7, 15, 31, 61, 91);
    assertThat(watch.problem()).contains("connection refused");
  }

  @Test
  void shouldAskThoughTheClockWasSetBack() {
    watch.lost("connection refused");
    now = now.minus(Duration.ofDays(1));

    watch.look();

    assertThat(asked).hasSize(1);
  }

  @Test
  void shouldGoOnWhenTheServerIsBack() {
    watch.lost("connection refused");
    answer = Optional.empty();

    assertThat(secondsOfQuestions(10)).containsExactly(1);
    assertThat(watch.problem()).isEmpty();
  }

  @Test
  void shouldNotBelieveAGreetingUntilAMailIsAccepted() {
    answer = Optional.empty();
    watch.lost("the server does not let us send");
    assertThat(secondsOfQuestions(10)).containsExactly(1);
    watch.lost("the server does not let us send");
    assertThat(secondsOfQuestions(10)).containsExactly(1, 12);

    watch.accepted(Rehearsal.ANNA);
    watch.lost("connection refused");
    assertThat(secondsOfQuestions(10)).containsExactly(1, 12, 21);
  }

  @Test
  void shouldAskAServerThatRefusesAllLessAndLessOften() {
    answer = Optional.empty();
    List<Integer> pauses = new ArrayList<>();
    for (int refusal = 0; refusal < 11; refusal++) {
      watch.refusesAll("554 5.7.1 relay access denied");
      pauses.add(secondsUntilAsked());
    }

    assertThat(pauses).containsExactly(1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300);
    watch.accepted(Rehearsal.ANNA);
    watch.refusesAll("554 5.7.1 relay access denied");
    assertThat(watch.problem().orElseThrow()).endsWith(": 554 5.7.1 relay access denied");
    assertThat(secondsUntilAsked()).isEqualTo(1);
  }

  @Test
  void shouldAskAServerThatIsAwaySoonHoweverLongItRefusedBefore() {
    answer = Optional.empty();
    for (int refusal = 0; refusal < 10; refusal++) {
      watch.deniesUs("530 5.7.0 authentication required");
      secondsUntilAsked();
    }

    assertThat(watch.problem()).isEmpty();
    watch.lost("connection refused");
    assertThat(secondsUntilAsked()).isEqualTo(30);
  }

  @Test
  void shouldMakeSendersWaitUntilTheServerIsBack() {
    watch.lost("connection refused");
    List<Duration> rests = new ArrayList<>();

    watch.awaitReady(
        time -> {
          rests.add(time);
          now = now.plusSeconds(1);
          answer = rests.size() == 2 ? Optional.empty() : answer;
          watch.look();
        });

    assertThat(rests).hasSize(3);
    assertThat(watch.problem()).isEmpty();
  }

  private int secondsUntilAsked() {
    int seconds = 0;
    int before = asked.size();
    while (asked.size() == before) {
      seconds++;
      now = now.plusSeconds(1);
      watch.look();
    }
    return seconds;
  }

  /** Looks every second, and tells at which seconds since the start the server was asked. */
  private List<Integer> secondsOfQuestions(int seconds) {
    Instant start = Instant.parse("2026-11-23T08:00:00Z");
    for (int second = 0; second < seconds; second++) {
      now = now.plusSeconds(1);
      watch.look();
    }
    return asked.stream().map(at -> (int) Duration.between(start, at).toSeconds()).toList();
  }
}
