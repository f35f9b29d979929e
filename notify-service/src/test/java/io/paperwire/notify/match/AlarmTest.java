package io.paperwire.notify.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.schemas.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.Test;

final class AlarmTest {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final MockProcessorContext<String, Digest> context = new MockProcessorContext<>();
  private final List<Instant> calls = new ArrayList<>();
  private final Alarm alarm = new Alarm(context, calls::add);

  @Test
  void shouldCallOnceAtTheMoment() {
    alarm.setBy(NOW.plusSeconds(5), NOW);

    assertThat(waiting()).extracting(each -> each.getInterval()).containsExactly(sec(5));
    ring(NOW.plusSeconds(6));
    assertThat(calls).containsExactly(NOW.plusSeconds(6));
    assertThat(waiting()).isEmpty();
  }

  @Test
  void shouldCallAtOnceWhereTheMomentIsPast() {
    alarm.setBy(NOW.minusSeconds(5), NOW);

    assertThat(waiting())
        .extracting(each -> each.getInterval())
        .containsExactly(Duration.ofMillis(1));
  }

  @Test
  void shouldKeepTheEarlierOfTwoMoments() {
    alarm.setBy(NOW.plusSeconds(5), NOW);
    alarm.setBy(NOW.plusSeconds(7), NOW);
    assertThat(waiting()).extracting(each -> each.getInterval()).containsExactly(sec(5));

    alarm.setBy(NOW.plusSeconds(3), NOW);
    assertThat(waiting()).extracting(each -> each.getInterval()).containsExactly(sec(3));
  }

  @Test
  void shouldBeSetAnewByItsOwnWork() {
    List<Alarm> self = new ArrayList<>();
    Alarm again = new Alarm(context, now -> self.getFirst().setBy(now.plusSeconds(2), now));
    self.add(again);
    again.setBy(NOW, NOW);
    ring(NOW);

    assertThat(waiting()).extracting(each -> each.getInterval()).containsExactly(sec(2));
  }

  @Test
  void shouldNotKeepAMomentThatIsFarAway() {
    alarm.setBy(NOW.plusSeconds(121), NOW);

    assertThat(context.scheduledPunctuators()).isEmpty();
  }

  @Test
  void shouldCallNothingOnceCancelled() {
    alarm.setBy(NOW.plusSeconds(5), NOW);
    alarm.cancel();

    assertThat(waiting()).isEmpty();
  }

  private static Duration sec(int count) {
    return Duration.ofSeconds(count);
  }

  private List<CapturedPunctuator> waiting() {
    return context.scheduledPunctuators().stream().filter(each -> !each.cancelled()).toList();
  }

  private void ring(Instant now) {
    waiting().getFirst().getPunctuator().punctuate(now.toEpochMilli());
  }
}
