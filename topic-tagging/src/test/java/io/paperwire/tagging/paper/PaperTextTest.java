package io.paperwire.tagging.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PaperTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cs.CL",
        "q-bio.QM",
        "physics.flu-dyn",
        "cond-mat.mes-hall",
        "hep-th",
        "astro-ph",
        "cs.cl"
      })
  void shouldKnowTheCategoriesOfArxiv(String category) {
    assertThat(paper("cell biology", category).hasArxivCategory()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cell biology",
        "neuroscience",
        "physics",
        "Statistics",
        "Graph Neural Networks",
        "math.",
        "Node.js",
        "oncology.general"
      })
  void shouldNotTakeTheSubjectsOfOthersForThem(String subject) {
    assertThat(paper(subject).hasArxivCategory()).isFalse();
  }

  @Test
  void shouldHaveNoneWithoutAny() {
    assertThat(paper().hasArxivCategory()).isFalse();
  }

  private static PaperText paper(String... categories) {
    return new PaperText("A title", "", List.of(categories));
  }
}
