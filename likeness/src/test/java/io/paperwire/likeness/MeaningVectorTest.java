package io.paperwire.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class MeaningVectorTest {

  @Test
  void shouldComputeTheCosineOfAnyLength() {
    Random random = new Random(1);
    for (int dimensions = 1; dimensions < 40; dimensions++) {
      float[] left = new float[dimensions];
      float[] right = new float[dimensions];
      double dot = 0;
      double leftSquares = 0;
      double rightSquares = 0;
      for (int i = 0; i < dimensions; i++) {
        left[i] = random.nextFloat() - 0.5f;
        right[i] = random.nextFloat() - 0.5f;
        dot += left[i] * right[i];
        leftSquares += left[i] * left[i];
        rightSquares += right[i] * right[i];
      }

      assertThat(MeaningVector.of(left).cosine(MeaningVector.of(right)))
          .isCloseTo(dot / Math.sqrt(leftSquares * rightSquares), within(1e-5));
    }
  }

  @Test
  void shouldLeaveZerosAsTheyAre() {
    MeaningVector zeros = MeaningVector.of(new float[8]);

    assertThat(zeros.cosine(zeros)).isZero();
  }
}
