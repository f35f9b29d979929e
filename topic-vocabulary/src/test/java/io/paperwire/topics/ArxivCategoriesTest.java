package io.paperwire.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.topics.ArxivCategories.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArxivCategoriesTest {

  private final ArxivCategories arxiv = ArxivCategories.load();

  @Test
  void shouldKnowArxivsCategoriesAndArchivesInAnyCase() {
    assertThat(arxiv.categories()).hasSize(176).contains(new Category("cs.LG", "Machine Learning"));
    assertThat(arxiv.isCategory("cs.cl")).isTrue();
    assertThat(arxiv.isCategory("cs.ML")).isFalse();
    assertThat(arxiv.isCategory("cs")).isFalse();
    assertThat(arxiv.isCategory("hep-th")).isTrue();
    assertThat(arxiv.isArchive("CS")).isTrue();
    assertThat(arxiv.isArchive("hep-th")).isTrue();
    assertThat(arxiv.isArchive("chao-dyn")).isTrue();
    assertThat(arxiv.isArchive("neuroscience")).isFalse();
  }

  @Test
  void shouldCutOutTheArchiveOfACategory() {
    assertThat(ArxivCategories.archiveOf("cond-mat.str-el")).isEqualTo("cond-mat");
    assertThat(ArxivCategories.archiveOf("hep-th")).isEqualTo("hep-th");
    assertThat(ArxivCategories.archiveOf("cell biology")).isEqualTo("cell biology");
  }

  @Test
  void shouldTakeANewCategoryOfAKnownArchiveForArxivs() {
    assertThat(arxiv.isCategory("cs.XY")).isFalse();
    assertThat(arxiv.mayInclude("cs.XY")).isTrue();
    assertThat(arxiv.mayInclude("node.js")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "cs.ML, cs.LG stat.ML",
    "cs.VC, cs.CV",
    "math.ML, stat.ML",
    "physics.optic, physics.optics",
    "cond-mat.str-ele, cond-mat.str-el",
    "hep-th.AG, hep-th",
    "cs.NLP, ''",
  })
  void shouldTellWhatSomeoneMayMean(String code, String nearest) {
    assertThat(arxiv.nearest(code, 2))
        .extracting(Category::code)
        .startsWith(nearest.isEmpty() ? new String[0] : nearest.split(" ", -1));
  }

  @Test
  void shouldTellNothingWhereNothingIsNear() {
    assertThat(arxiv.nearest("physics.zzzzzz", 3)).isEmpty();
  }
}
