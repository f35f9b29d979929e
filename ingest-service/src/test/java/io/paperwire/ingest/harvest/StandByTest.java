package io.paperwire.ingest.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.publish.PublishException;
import io.paperwire.ingest.publish.PublishFailures;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StandByTest {

  /** What a look comes to. */
  private enum Seen {
    HEARD,
    SILENT,
    FAILED
  }

  private final Deque<Seen> looks = new ArrayDeque<>();
  private final List<Integer> pauses = new ArrayList<>();

  private boolean look() throws PublishException {
    return switch (looks.removeFirst()) {
      case HEARD -> false;
      case SILENT -> true;
      case FAILED -> throw PublishFailures.of("the broker is away");
    };
  }

  private boolean standBy(Seen... seen) throws InterruptedException {
    looks.addAll(List.of(seen));
    return new StandBy(this::look, (_, failures) -> pauses.add(failures))
        .untilSilent(() -> !looks.isEmpty());
  }

  @Test
  void shouldWaitUntilTheOwnerIsSilent() throws Exception {
    assertThat(standBy(Seen.HEARD, Seen.HEARD, Seen.SILENT, Seen.HEARD)).isTrue();
    assertThat(looks).hasSize(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void shouldNotTakeALookThatFailedForSilence() throws Exception {
    assertThat(standBy(Seen.FAILED, Seen.FAILED, Seen.HEARD, Seen.FAILED, Seen.SILENT)).isTrue();
    assertThat(looks).isEmpty();
    assertThat(pauses).containsExactly(1, 2, 1);
  }

  @Test
  void shouldEndWhenItIsToldTo() throws Exception {
    assertThat(standBy(Seen.HEARD, Seen.FAILED)).isFalse();
  }
}
