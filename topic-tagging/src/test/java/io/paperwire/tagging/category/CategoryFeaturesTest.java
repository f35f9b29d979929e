package io.paperwire.tagging.category;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.tagging.paper.PaperText;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CategoryFeaturesTest {

  @Test
  void shouldBeTheWordsAndEachTwoThatFollowEachOther() {
    CategoryFeatures features = features("", "Robots grasp. Cups fall");

    assertThat(features.hashes()).hasSize(4 + 3).isSorted();
    assertThat(hashes(features))
        .containsAll(hashes(features("", "robots grasp")))
        .containsAll(hashes(features("", "grasp cups")));
  }

  @Test
  void shouldPassOverStopWords() {
    assertThat(hashes(features("", "A robot that grasps the cup")))
        .isEqualTo(hashes(features("", "robot grasps cup")));
  }

  @Test
  void shouldCountTheTitleTwice() {
    assertThat(features("Robots grasp", "").counts()).containsExactly(2, 2, 2);
    assertThat(Arrays.stream(features("Robots", "Robots grasp").counts()).sum()).isEqualTo(3 + 2);
  }

  @Test
  void shouldNotPairTheEndOfTheTitleWithTheBeginningOfTheAbstract() {
    assertThat(hashes(features("Robots", "grasp")))
        .isNotEqualTo(hashes(features("", "robots grasp")))
        .hasSize(2);
  }

  private static CategoryFeatures features(String title, String abstractText) {
    return CategoryFeatures.of(
        AnalyzedPaper.of(new PaperText(title, abstractText, List.of(), Optional.empty())));
  }

  private static Set<Integer> hashes(CategoryFeatures features) {
    return new HashSet<>(Arrays.stream(features.hashes()).boxed().toList());
  }
}
