package io.paperwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.text.Word.Link;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextAnalyzerTest {

  @Test
  void shouldCutATextIntoFoldedWordsThatKeepTheirPlace() {
    AnalyzedText text = TextAnalyzer.analyze("Naïve Bayes (NB), re-tried");

    assertThat(text.words())
        .containsExactly(
            word("naive", 0, 5, Link.BREAK),
            word("bayes", 6, 11, Link.SPACE),
            word("nb", 13, 15, Link.BREAK),
            word("re", 18, 20, Link.BREAK),
            word("tried", 21, 26, Link.JOINED));
    assertThat(text.asWritten(0, 2)).isEqualTo("Naïve Bayes");
  }

  private static Word word(String form, int start, int end, Link link) {
    return new Word(form, LetterHash.of(form), start, end, link);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "-- ... ()", "\u0301\u200B"})
  void shouldFindNoWordWhereThereIsNoLetterOrDigit(String text) {
    assertThat(TextAnalyzer.analyze(text).words()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MÜLLER, muller",
    "Straße, strasse",
    "Łukasz, lukasz",
    "Gödel, godel",
    "ﬁne, fine",
    "ＧＰＴ, gpt",
    "CO₂, co2",
    "𝐦𝐨𝐝𝐞𝐥, model",
    "co\u00ADoperate, cooperate",
    "O'Brien, obrien",
    "don’t, dont",
    "Kolmogorov's, kolmogorov",
    "C++, c++",
    "F#, f#",
    "Qwen2.5, qwen2.5",
    "'10,000', 10000",
    "ΣΊΣΥΦΟΣ, σισυφοσ",
    "й, и",
    "שָׁלוֹם, שלום",
    "مُحَمَّد, محمد",
    "أحمد, احمد",
    "काल, काल",
    "कोल, कोल",
    "\u0958, \u0915\u093C",
    "தமிழ், தமிழ்",
    "が, か\u3099",
  })
  void shouldFoldAWord(String word, String form) {
    assertThat(forms(word)).containsExactly(form);
  }

  @ParameterizedTest
  @CsvSource({
    "models, model",
    "policies, policy",
    "analyses, analysis",
    "analysis, analysis",
    "hypotheses, hypothesis",
    "matrices, matrix",
    "corpora, corpus",
    "biases, bias",
    "bias, bias",
    "news, news",
    "kmeans, kmeans",
    "physics, physics",
    "metrics, metric",
    "classes, class",
    "losses, loss",
    "loss, loss",
    "branches, branch",
    "caches, cache",
    "boxes, box",
    "responses, response",
    "databases, database",
    "viruses, virus",
    "consensus, consensus",
    "series, series",
    "species, species",
    "movies, movie",
    "gpus, gpu",
    "LLMs, llm",
    "GPUs, gpu",
    "IDs, id",
    "AIDS, aids",
    "TRANSFORMERS, transformer",
    "Transformers, transformer",
    "gas, gas",
    "areas, area",
    "children, child",
    "thus, thus",
    "GPS, gps",
    "1990s, 1990s",
  })
  void shouldPutRegularAndScientificPluralsIntoTheSingular(String word, String form) {
    assertThat(forms(word)).containsExactly(form);
  }

  @ParameterizedTest
  @CsvSource({
    "optimisation, optimization",
    "generalised, generalized",
    "optimisers, optimizer",
    "supervised, supervised",
    "denoising, denoising",
    "exercise, exercise",
    "behaviours, behavior",
    "behavioural, behavioral",
    "contour, contour",
    "modelling, modeling",
    "analysing, analyzing",
    "dialogue, dialog",
    "centres, center",
  })
  void shouldWriteBritishSpellingTheAmericanWay(String word, String form) {
    assertThat(forms(word)).containsExactly(form);
  }

  @Test
  void shouldEndAPhraseAtPunctuationAndAtADash() {
    assertThat(links("one two/three, four. five (six) seven – eight node.js"))
        .containsExactly(
            Link.BREAK,
            Link.SPACE,
            Link.SPACE,
            Link.BREAK,
            Link.BREAK,
            Link.BREAK,
            Link.BREAK,
            Link.BREAK,
            Link.SPACE,
            Link.SPACE);
  }

  @Test
  void shouldJoinCompoundsAndWordsThatALineDivides() {
    assertThat(links("vision–language recom-\nmendation"))
        .containsExactly(Link.BREAK, Link.JOINED, Link.SPACE, Link.JOINED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$k$-means",
        "top-$k$",
        "CO$_2$",
        "CO$_{2}$",
        "H$_2$O",
        "C*-algebra",
        "\u201Cso\u201D-called",
        "F$_1$-score",
      })
  void shouldJoinWhatOnlyAHyphenOrTheSignsOfAFormulaStandBetween(String compound) {
    assertThat(links(compound)).startsWith(Link.BREAK).hasSizeBetween(2, 3);
    assertThat(links(compound).stream().skip(1)).containsOnly(Link.JOINED);
  }

  @ParameterizedTest
  @CsvSource({
    "a $k$-means b, 1, 3, $k$-means",
    "a CO$_2$ b, 1, 3, CO$_2$",
    "CO$_{2}$, 0, 2, CO$_{2}$",
    "top-$k$ b, 0, 2, top-$k$",
    "for 5$ a, 1, 3, 5$ a",
  })
  void shouldNotCutAFormulaInHalves(String text, int from, int to, String written) {
    assertThat(TextAnalyzer.analyze(text).asWritten(from, to)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "'one $-$ two', BREAK",
    "'$p$ $q$', SPACE",
    "'one -two', BREAK",
    "'one--two', BREAK",
    "'one)-two', BREAK",
    "'two {three}', BREAK",
    "a\uFF08LLM\uFF09, BREAK",
    "a\uFF1Fb, BREAK",
    "'x_1', SPACE",
  })
  void shouldNotJoinAcrossSpacesOrBreaks(String text, Link link) {
    assertThat(links(text)).containsExactly(Link.BREAK, link);
  }

  @ParameterizedTest
  @CsvSource({
    "'for graphs.\u200B Neural', BREAK",
    "'graphs,\u0301 neural', BREAK",
    "'graph \u200B neural', SPACE",
  })
  void shouldNotForgetABreakBehindWhichAMarkStandsThatNobodySees(String text, Link link) {
    assertThat(links(text)).endsWith(link);
  }

  @ParameterizedTest
  @CsvSource({"fine tuning, false", "a part, true", "part a, true", "a-part, false"})
  void shouldTellWhichWordsMayBeReadAsOne(String text, boolean loose) {
    List<Word> words = TextAnalyzer.analyze(text).words();
    assertThat(words.get(1).isLooseFrom(words.get(0))).isEqualTo(loose);
  }

  @Test
  void shouldTakeEachCharacterForAWordInScriptsWithoutSpaces() {
    assertThat(forms("大模型 LLM")).containsExactly("大", "模", "型", "llm");
    assertThat(forms("กิน")).containsExactly("ก", "\u0E34", "น");
  }

  private static List<String> forms(String text) {
    return TextAnalyzer.analyze(text).words().stream().map(Word::form).toList();
  }

  private static List<Link> links(String text) {
    return TextAnalyzer.analyze(text).words().stream().map(Word::link).toList();
  }
}
