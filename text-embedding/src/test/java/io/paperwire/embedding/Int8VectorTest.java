package io.paperwire.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class Int8VectorTest {

  @Test
  void shouldUseTheWholeRangeOfAByte() {
    Int8Vector vector = Int8Vector.of(new float[] {0.8f, -0.6f, 0});

    assertThat(vector.values()).containsExactly(127, -95, 0);
    assertThat(vector.scale()).isEqualTo(0.8f / 127);
  }

  @Test
  void shouldKeepTheCosineOfVectorsThatPapersHave() {
    var random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      float[] left = random(random);
      float[] right = Vectors.normalised(sum(left, random(random)));

      double exact = dot(left, right);

      assertThat(Int8Vector.of(left).cosine(Int8Vector.of(right))).isEqualTo(exact, within(0.01));
      assertThat(dot(Int8Vector.of(left).toFloats(), right)).isEqualTo(exact, within(0.01));
    }
  }

  @Test
  void shouldCompareAVectorOfZerosWithNothing() {
    Int8Vector zeros = Int8Vector.of(new float[3]);

    assertThat(zeros.cosine(Int8Vector.of(new float[] {1, 0, 0}))).isZero();
    assertThat(zeros.toFloats()).containsExactly(0, 0, 0);
  }

  @Test
  void shouldRefuseVectorsOfDifferentModels() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Int8Vector.of(new float[3]).cosine(Int8Vector.of(new float[4])))
        .withMessage("Vectors of 3 and 4 dimensions");
  }

  @Test
  void shouldTellTextsApart() {
    assertThat(TextHash.of("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void shouldPutTheTitleFirst() {
    assertThat(EmbeddedText.ofPaper(" A  title ", "An\nabstract. "))
        .isEqualTo("A title An abstract.");
    assertThat(EmbeddedText.ofPaper("A title", "")).isEqualTo("A title");
  }

  /** The cosine, of vectors of length 1. */
  private static double dot(float[] left, float[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * (double) right[i];
    }
    return sum;
  }

  private static float[] random(Random random) {
    var vector = new float[384];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return Vectors.normalised(vector);
  }

  private static float[] sum(float[] left, float[] right) {
    var sum = new float[left.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = left[i] + right[i];
    }
    return sum;
  }
}
