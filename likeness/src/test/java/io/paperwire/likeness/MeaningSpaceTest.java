package io.paperwire.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MeaningSpaceTest {

  private static final int DIMENSIONS = 40;

  /**
   * All papers share the last component, and differ much in the first direction, little in others.
   */
  private static MeaningVector paper(double... first) {
    float[] components = new float[DIMENSIONS];
    for (int i = 0; i < first.length; i++) {
      components[i] = (float) first[i];
    }
    components[DIMENSIONS - 1] = 5;
    return MeaningVector.of(components);
  }

  private static MeaningVector drawn(Random random) {
    double[] components = random.doubles(DIMENSIONS - 1, -0.1, 0.1).toArray();
    components[0] *= 10;
    return paper(components);
  }

  @Test
  void shouldCountADirectionInWhichAllDifferNoMoreThanOthers() {
    List<MeaningVector> papers = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 4_000; i++) {
      papers.add(drawn(random));
    }
    MeaningVector liked = paper(0.5, 0.2);
    MeaningVector sameTopic = paper(-0.3, 0.2);
    MeaningVector sameFashion = paper(0.5, -0.2);

    assertThat(liked.cosine(sameFashion)).isGreaterThan(liked.cosine(sameTopic));

    MeaningSpace space = MeaningSpace.of(papers);
    MeaningVector placed = space.place(liked);
    assertThat(placed.cosine(space.place(sameTopic)))
        .isGreaterThan(placed.cosine(space.place(sameFashion)));
    assertThat(placed.cosine(space.place(sameFashion))).isNegative();
  }

  @Test
  void shouldBearPapersThatAreAllTheSame() {
    MeaningSpace space = MeaningSpace.of(List.of(paper(1, 1), paper(1, 1)));

    MeaningVector placed = space.place(paper(2, -1));

    assertThat(placed.cosine(placed)).isGreaterThan(0.999);
    assertThat(space.place(paper(1, 1)).cosine(placed)).isFinite();
  }
}
