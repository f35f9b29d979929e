package io.paperwire.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MeaningSpaceTest {

  /** All papers share a component, and differ much in the first direction, little in the second. */
  private static MeaningVector paper(double first, double second) {
    return MeaningVector.of(new float[] {(float) first, (float) second, 5});
  }

  @Test
  void shouldCountADirectionInWhichAllDifferNoMoreThanOthers() {
    List<MeaningVector> papers = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 4_000; i++) {
      papers.add(paper(random.nextGaussian(), 0.1 * random.nextGaussian()));
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
