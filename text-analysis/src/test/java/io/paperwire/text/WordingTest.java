package io.paperwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordingTest {

  @ParameterizedTest
  @CsvSource({
    "cmos, cmo cmos",
    "Dbms, dbm dbms",
    "aids, aid aids",
    "gans, gan gans",
    "lms, lms lm",
    "cmos image sensors, cmoimagesensor cmosimagesensor",
    "mems lms, memlms memslms memlm memslm",
    "CMOS, cmos",
    "LMs, lm",
    "LLMs, llm",
    "gas, gas",
    "gps, gps",
    "graphs, graph",
    "analysis, analysis",
    "bayes, bayes",
    "graph neural networks, graphneuralnetwork",
  })
  void shouldReadAShortWordInSmallLettersAsAnAcronymToo(String written, String keys) {
    assertThat(of(written))
        .extracting(wording -> wording.phrase().key())
        .containsExactly(keys.split(" ", -1));
    assertThat(of(written)).extracting(wording -> wording.phrase().text()).containsOnly(written);
    assertThat(of(written))
        .allMatch(wording -> String.join("", wording.forms()).equals(wording.phrase().key()));
  }

  @Test
  void shouldWantTheSingularOfAnAcronymOfTwoLettersInCapitals() {
    assertThat(of("lms"))
        .extracting(wording -> wording.phrase().capitals())
        .containsExactly(false, true);
    assertThat(of("lms for code"))
        .extracting(wording -> wording.phrase().capitals())
        .containsExactly(false, false);
  }

  @Test
  void shouldNotReadManyWordsInEveryWay() {
    assertThat(of("gans maps nets cats dogs")).hasSize(4);
  }

  private static List<Wording> of(String text) {
    AnalyzedText analyzed = TextAnalyzer.analyze(text);
    return Wording.of(analyzed, 0, analyzed.words().size());
  }
}
