package io.paperwire.enrich.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SummariesTest {

  @Test
  void shouldTakeWhatWasDoneAndWhatCameOfIt() {
    String background = "Large models are costly to adapt, e.g. in memory.";
    String done = "We propose a low-rank method that trains few weights.";
    String detail = "Weights are kept as they are.";
    String result = "Experiments show that it outperforms full fine-tuning.";

    assertThat(
            Summaries.of(
                "Low-rank adaptation", String.join("\n", background, done, detail, result)))
        .contains(done + " " + result);
  }

  @Test
  void shouldTakeWhatIsSaidInThePassiveVoiceAndOfThePaper() {
    assertThat(
            Summaries.of(
                "Rates", "Rates matter. A bound for rates is derived. It holds for all n."))
        .contains("A bound for rates is derived.");
    assertThat(Summaries.of("Rates", "Rates matter. This paper surveys rates. They differ."))
        .contains("This paper surveys rates.");
  }

  @Test
  void shouldFallBackToTheWordsOfTheTitle() {
    assertThat(
            Summaries.of(
                "Dark matter halos of dwarf galaxies",
                "Stars are old. The halos of dwarf galaxies hold dark matter. It is cold."))
        .contains("The halos of dwarf galaxies hold dark matter.");
  }

  @Test
  void shouldHaveNothingToSayWithoutAnAbstract() {
    assertThat(Summaries.of("A title", "  ")).isEmpty();
  }

  @Test
  void shouldCutALongSentenceAtAWord() {
    assertThat(Summaries.of("Words", "We propose " + "word ".repeat(200)).orElseThrow())
        .endsWith("word …")
        .hasSizeLessThanOrEqualTo(362);
  }

  @Test
  void shouldNotEndASentenceInsideAnAbbreviationOrANumber() {
    assertThat(
            Sentences.of(
                "Smith et al. (2020) found 3.5 times more, cf. Fig. 2. \"It is so.\" Does J. Doe"
                    + " agree? Yes!"))
        .containsExactly(
            "Smith et al. (2020) found 3.5 times more, cf. Fig. 2.",
            "\"It is so.\"",
            "Does J. Doe agree?",
            "Yes!");
  }
}
