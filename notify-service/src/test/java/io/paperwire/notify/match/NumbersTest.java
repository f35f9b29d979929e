package io.paperwire.notify.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class NumbersTest {

  @Test
  void shouldReadWhatItHasWritten() {
    int[] edges = {0, 1, 127, 128, 255, 256, 16_383, 16_384, 2_097_152, Integer.MAX_VALUE};

    assertThat(Numbers.read(Numbers.written(edges))).containsExactly(edges);
    assertThat(Numbers.read(Numbers.written(new int[0]))).isEmpty();
  }

  @Test
  void shouldTakeLittleMoreThanAByteForOneOfTwoHundred() {
    int[] some = new Random(1).ints(1_500, 0, 300_000).sorted().distinct().toArray();

    assertThat(Numbers.read(Numbers.written(some))).containsExactly(some);
    assertThat(Numbers.written(some).remaining()).isBetween(1_500, 2_600);
  }
}
