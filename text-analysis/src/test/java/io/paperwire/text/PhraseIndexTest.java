package io.paperwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PhraseIndexTest {

  private final PhraseIndex<String> index = new PhraseIndex<>();

  @ParameterizedTest
  @CsvSource({
    "multi-agent systems, A multiagent system",
    "multi-agent systems, Multi-Agent Systems",
    "multiagent system, of multi agent systems",
    "fine-tuning, we finetune; finetuning helps",
    "finetuning, by fine tuning it",
    "data sets, a dataset",
    "graph neural network, Graph Neural Networks (GNNs)",
    "k-means, with K-Means clustering",
    "GPT4, than GPT-4",
    "LLM, LLMs are",
    "LLMs, an LLM is",
    "llm, an LLM is",
    "LoRA, LORA",
    "modelling behaviour, modeling behavior",
    "Schrödinger equation, SCHRODINGER EQUATIONS",
  })
  void shouldFindAPhraseHoweverItIsWritten(String phrase, String text) {
    index.add(phrase(phrase), "found");

    assertThat(found(text)).containsExactly("found");
  }

  @ParameterizedTest
  @CsvSource({
    "language model, 'language, model'",
    "neural network, neural. Network",
    "graph neural network, graph (neural network)",
    "AR, a R package",
    "SAM, Sam said",
    "LoRA, over LoRa radio",
    "AIDS, it aids",
    "cat, concatenation",
    "model, modelled",
  })
  void shouldNotFindWhatOnlyLooksAlike(String phrase, String text) {
    index.add(phrase(phrase), "found");

    assertThat(found(text)).isEmpty();
  }

  @Test
  void shouldFindEveryOccurrenceOfNestedPhrases() {
    index.add(phrase("language model"), "lm");
    index.add(phrase("large language model"), "llm");
    AnalyzedText text = TextAnalyzer.analyze("Large language models beat language models.");

    List<Hit<String>> hits = index.find(text);

    assertThat(hits)
        .containsExactly(
            new Hit<>("llm", phrase("large language model"), 0, 3),
            new Hit<>("lm", phrase("language model"), 1, 3),
            new Hit<>("lm", phrase("language model"), 4, 6));
    assertThat(hits.get(0).encloses(hits.get(1))).isTrue();
    assertThat(hits.get(0).encloses(hits.get(0))).isFalse();
    assertThat(text.asWritten(0, 3)).isEqualTo("Large language models");
  }

  @Test
  void shouldKeepAllThatAPhraseStandsFor() {
    index.add(phrase("RAG"), "one");
    index.add(phrase("rag"), "two");
    index.add(phrase("RAG"), "one");

    assertThat(found("RAG")).containsExactly("one", "two");
    assertThat(found("rag")).containsExactly("two");
  }

  @Test
  void shouldTellManyPhrasesApart() {
    for (int i = 0; i < 5_000; i += 2) {
      index.add(phrase("phrase x" + i), "x" + i);
    }

    for (int i = 0; i < 5_000; i++) {
      List<String> expected = i % 2 == 0 ? List.of("x" + i) : List.of();
      assertThat(found("a phrase x" + i)).isEqualTo(expected);
    }
  }

  @Test
  void shouldFindPhrasesLongerThanMostWords() {
    String longPhrase = "pneumonoultramicroscopicsilicovolcanoconiosis".repeat(3);
    index.add(phrase("on " + longPhrase), "found");

    assertThat(found("Notes on " + longPhrase)).containsExactly("found");
  }

  @Test
  void shouldReadNoPhraseFromPunctuation() {
    assertThat(Phrase.of(" -- ")).isEmpty();
  }

  private List<String> found(String text) {
    return index.find(TextAnalyzer.analyze(text)).stream().map(Hit::value).toList();
  }

  private static Phrase phrase(String text) {
    return Phrase.of(text).orElseThrow();
  }
}
