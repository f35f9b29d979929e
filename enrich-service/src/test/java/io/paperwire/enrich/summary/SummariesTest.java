package io.paperwire.enrich.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.text.TextAnalyzer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SummariesTest {

  private static Optional<String> summary(String title, String abstractText) {
    return Summaries.of(TextAnalyzer.analyze(title), TextAnalyzer.analyze(abstractText));
  }

  private static List<String> sentences(String text) {
    return Sentences.of(text).stream().map(sentence -> sentence.in(text)).toList();
  }

  @Test
  void shouldTakeWhatWasDoneAndWhatCameOfIt() {
    String background = "Large models are costly to adapt, e.g. in memory.";
    String done = "We propose a low-rank method that trains few weights.";
    String detail = "Weights are kept as they are.";
    String result = "Experiments show that it outperforms full fine-tuning.";

    assertThat(summary("Low-rank adaptation", String.join("\n", background, done, detail, result)))
        .contains(done + " " + result);
  }

  @Test
  void shouldTakeWhatIsSaidInThePassiveVoiceAndOfThePaper() {
    assertThat(summary("Rates", "Rates matter. A bound for rates is derived. It holds for all n."))
        .contains("A bound for rates is derived.");
    assertThat(summary("Rates", "Rates matter. This paper surveys rates. They differ."))
        .contains("This paper surveys rates.");
  }

  @Test
  void shouldFallBackToTheWordsOfTheTitle() {
    assertThat(
            summary(
                "Dark matter halos of dwarf galaxies",
                "Stars are old. The halos of dwarf galaxies hold dark matter. It is cold."))
        .contains("The halos of dwarf galaxies hold dark matter.");
  }

  @Test
  void shouldTellWhatASentenceRefersToOrTakeAnother() {
    assertThat(summary("Nothing", "Wax is a set of questions. On it we build Bee, an agent."))
        .contains("Wax is a set of questions. On it we build Bee, an agent.");
    assertThat(summary("Nothing", "Bees " + "fly ".repeat(60) + ". This design is presented."))
        .contains("This design is presented.");
    assertThat(summary("Nothing", "We study bees. " + "Bees fly ".repeat(30) + ". It presents b."))
        .contains("We study bees.");
    assertThat(summary("Bees", "We propose it. They sting. We also propose bees, new bees."))
        .contains("We propose it.");
    assertThat(summary("Bees", "It was so. This paper shows bees. These findings suggest b."))
        .contains("This paper shows bees. These findings suggest b.");
  }

  @Test
  void shouldPassOverBackgroundForWhoeverIsNamed() {
    assertThat(summary("WaxNet: bees in hives", "Bees fly in hives. WaxNet counts them."))
        .contains("WaxNet counts them.");
    assertThat(summary("Insects in number", "Bees fly in hives. KAI-a counts them."))
        .contains("KAI-a counts them.");
    assertThat(summary("Bees in hives", "Bees fly in hives. The count goes on."))
        .contains("Bees fly in hives. The count goes on.");
  }

  @Test
  void shouldHaveNothingToSayWithoutAnAbstract() {
    assertThat(summary("A title", "  ")).isEmpty();
  }

  @Test
  void shouldCutALongSentenceAtAWord() {
    assertThat(summary("Words", "We propose " + "word ".repeat(200)).orElseThrow())
        .endsWith("word …")
        .hasSizeLessThanOrEqualTo(362);
  }

  /** Such as Chinese, where the only blank may stand far before; and no character is halved. */
  @Test
  void shouldCutWhereFewBlanksAreWritten() {
    String text = "We propose " + "\uD83E\uDD16".repeat(300);

    assertThat(summary("Words", text).orElseThrow())
        .isEqualTo("We propose " + "\uD83E\uDD16".repeat(174) + " …");
  }

  @Test
  void shouldNotEndASentenceInsideAnAbbreviationOrANumber() {
    assertThat(
            sentences(
                "Smith et al. (2020) found 3.5 times more, cf. Fig. 2. \"It is so.\" Does J. Doe"
                    + " agree? Yes!"))
        .containsExactly(
            "Smith et al. (2020) found 3.5 times more, cf. Fig. 2.",
            "\"It is so.\"",
            "Does J. Doe agree?",
            "Yes!");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Here we also propose a bound.",
        "The present authors derive a bound.",
        "A new bound is presented.",
        "Our main contribution is a bound.",
        "In this paper a bound is looked for.",
        "This thesis analyses a bound.",
        "We call this a bound."
      })
  void shouldKnowTheWaysToSayWhatWasDone(String done) {
    assertThat(summary("Nothing", "It is so. " + done + " It was so before.")).contains(done);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We find that it is so.",
        "Extensive experiments also demonstrate it.",
        "It sets a new state-of-the-art.",
        "It improves recall by 3 %.",
        "The authors therefore conclude this."
      })
  void shouldKnowTheWaysToSayWhatCameOut(String result) {
    assertThat(summary("Nothing", "It is so. We propose it. " + result + " It was."))
        .contains("We propose it. " + result);
  }

  @Test
  void shouldTakeTheLastOfSeveralResults() {
    assertThat(summary("It", "We propose it. We show a. We show b. It ends."))
        .contains("We propose it. We show b.");
  }

  @Test
  void shouldNotTakeActorAndVerbOfTwoPhrasesTogether() {
    assertThat(summary("Bounds", "Trees grow (we) design. Bounds hold.")).contains("Bounds hold.");
  }

  @Test
  void shouldReadSentencesOverLines() {
    assertThat(sentences("One\n  line. $x$ is two.\n\\emph{Three} \"Four.\" (Five.) no"))
        .containsExactly("One line.", "$x$ is two.", "\\emph{Three} \"Four.\"", "(Five.) no");
  }
}
