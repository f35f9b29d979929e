package io.paperwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AbbreviationsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We use retrieval-augmented generation (RAG) here. | rag | retrieval-augmented generation",
        "Large Language Models (LLMs) are | llm | Large Language Models",
        "with Sharpness-Aware Minimization (SAM), | sam | Sharpness-Aware Minimization",
        "a hidden Markov model (HMM; Rabiner) | hmm | hidden Markov model",
        "Gaussian splatting (GS) | gs | Gaussian splatting",
        "region-based CNN (R-CNN) | rcnn | region-based CNN",
      })
  void shouldFindAnAcronymAndItsLongForm(String text, String key, String longForm) {
    AnalyzedText analyzed = TextAnalyzer.analyze(text);

    List<Abbreviation> found = Abbreviations.find(analyzed);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().key()).isEqualTo(key);
    assertThat(analyzed.asWritten(found.getFirst().from(), found.getFirst().to()))
        .isEqualTo(longForm);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(RAG) at the start",
        "a method (see Table) that",
        "the result, however (SAM), was",
        "no bracket closes (RAG here",
        "one (A) letter",
      })
  void shouldFindNothingElseInBrackets(String text) {
    assertThat(Abbreviations.find(TextAnalyzer.analyze(text))).isEmpty();
  }

  @Test
  void shouldNotLookBeyondTheSentence() {
    AnalyzedText text = TextAnalyzer.analyze("Retrieval works. Augmented generation (RAG)");

    assertThat(Abbreviations.find(text)).isEmpty();
  }
}
