package io.paperwire.enrich.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.schemas.PaperSignal;
import io.paperwire.schemas.PaperSignalKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class AttentionTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration SPAN = Duration.ofHours(20);

  @Test
  void shouldForgetWhatLiesTooLongBeforeTheNewestButNoVotes() {
    Attention attention = after(List.of(votes(1, 0), votes(2, 1), votes(4, 21), votes(8, 0)));

    assertThat(attention.votes()).isEqualTo(15);
    assertThat(attention.byHour().values()).containsExactly(2L, 4L);
  }

  @Test
  void shouldNotSayThatAttentionWasGivenInAnHourInWhichAllWasTakenBack() {
    Attention attention = after(List.of(votes(1, 0), votes(2, 1), votes(-2, 1)));

    assertThat(attention.byHour().values()).containsExactly(1L);
    assertThat(after(List.of(votes(2, 1), votes(-2, 1))).byHour()).isEmpty();
  }

  @Property(tries = 500)
  void shouldForgetTheSameWhateverTheOrder(
      @ForAll @Size(max = 12) List<@IntRange(max = 60) Integer> hours, @ForAll long seed) {
    List<PaperSignal> signals = new ArrayList<>();
    for (int hour : hours) {
      signals.add(votes(1, hour));
      if (hour % 3 == 0) {
        signals.add(votes(-1, hour));
      }
    }
    List<PaperSignal> shuffled = new ArrayList<>(signals);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(after(shuffled)).isEqualTo(after(signals));
  }

  private static Attention after(List<PaperSignal> signals) {
    Attention attention = Attention.NONE;
    for (PaperSignal signal : signals) {
      attention = attention.with(signal, signal.getAt()).within(SPAN);
    }
    return attention;
  }

  private static PaperSignal votes(long count, int hour) {
    return PaperSignal.newBuilder()
        .setPaperId("arxiv:2401.01234")
        .setSource("hugging-face")
        .setKind(PaperSignalKind.UPVOTE)
        .setCount(count)
        .setAt(NOON.plus(Duration.ofHours(hour)))
        .build();
  }
}
