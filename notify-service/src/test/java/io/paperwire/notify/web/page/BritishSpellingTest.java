package io.paperwire.notify.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BritishSpellingTest {

  @ParameterizedTest
  @CsvSource({
    "Optimization, optimisation",
    "Optimizers, optimisers",
    "Parameterized, parameterised",
    "summarization, summarisation",
    "neighbor, neighbour",
    "Behavioral, behavioural",
    "colorization, colourisation",
    "modeling, modelling",
    "Tumor, tumour",
    "Pediatrics, paediatrics",
    "aging, ageing",
  })
  void shouldSpellAsInBritain(String american, String british) {
    assertThat(BritishSpelling.of(american)).hasValue(british);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "size",
        "seizing",
        "prize",
        "horizon",
        "Imaging",
        "laboratory",
        "Collaboration",
        "Vector",
        "error",
        "models",
        "Behaviour",
        "analogy",
        "fibers",
        "wizard",
        "quiz",
      })
  void shouldLeaveOthersAlone(String word) {
    assertThat(BritishSpelling.of(word)).isEmpty();
  }
}
