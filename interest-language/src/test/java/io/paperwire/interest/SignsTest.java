package io.paperwire.interest;

import static io.paperwire.interest.Readings.accepted;
import static io.paperwire.interest.Readings.neverAccepted;
import static io.paperwire.interest.Readings.parsed;
import static io.paperwire.interest.Readings.refused;
import static io.paperwire.interest.Readings.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.interest.Clause.Scope;
import io.paperwire.interest.Clause.Words;
import io.paperwire.interest.Expression.All;
import io.paperwire.interest.Expression.Not;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What signs mean: quotation marks, hyphens, and those that mean something elsewhere. */
final class SignsTest {

  @Test
  void shouldReadAPhraseInStraightAndCurlyQuotationMarks() {
    assertThat(parsed("\"graph neural network\"")).isEqualTo(words("graph neural network"));
    assertThat(parsed("\u201Cgraph neural network\u201D")).isEqualTo(words("graph neural network"));
    assertThat(parsed("\u201Egraph neural network\u201C")).isEqualTo(words("graph neural network"));
    assertThat(parsed("\u00ABgraph neural network\u00BB")).isEqualTo(words("graph neural network"));
    assertThat(parsed("\u00BBgraph neural network\u00AB")).isEqualTo(words("graph neural network"));
    assertThat(parsed("ti:\u00AB graph network \u00BBx"))
        .isEqualTo(parsed("ti:\"graph network\" x"));
    assertThat(parsed("\"\u00ABgraph\u00BB network\""))
        .isEqualTo(words("\u00ABgraph\u00BB network"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF\"graph network\" ti:x",
        "\u200B\u200E \"graph network\" \u202Ati:x",
        "\"graph network\" ti:x \u202C",
        "\u202A\"graph network\"\u202C ti:x",
        "(\u2068\"graph network\"\u2069)\u200B ti:x\u200F",
        "\"graph network\" ti:\u202A\"x\"\u202C"
      })
  void shouldPassOverMarksThatNobodySees(String text) {
    assertThat(parsed(text)).isEqualTo(parsed("\"graph network\" ti:x"));
  }

  @Test
  void shouldReadAHyphenBeforeAClauseAsNot() {
    assertThat(parsed("llm -survey")).isEqualTo(parsed("llm AND NOT survey"));
    assertThat(parsed("llm -(survey OR review)")).isEqualTo(parsed("llm NOT (survey OR review)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212"})
  void shouldReadWhatEditorsMakeOfAHyphenAsNot(String dash) {
    assertThat(parsed("llm " + dash + "survey")).isEqualTo(parsed("llm NOT survey"));
    assertThat(parsed("llm " + dash + "\"a b\"")).isEqualTo(parsed("llm NOT \"a b\""));
  }

  @Test
  void shouldReadWideSignsAsThoseThatAreTypedInEnglish() {
    assertThat(parsed("\u56FE\u7F51\u7EDC \uFF08survey OR review\uFF09"))
        .isEqualTo(parsed("\u56FE\u7F51\u7EDC (survey OR review)"));
    assertThat(parsed("ti\uFF1Agraph\u3000\uFF0Dab\uFF1A\uFF08x OR y\uFF09"))
        .isEqualTo(parsed("ti:graph -ab:(x OR y)"));
    assertThat(parsed("\uFF02graph network\uFF02")).isEqualTo(words("graph network"));
    assertThat(parsed("\"graph \uFF08network\uFF09\""))
        .isEqualTo(words("graph \uFF08network\uFF09"));
    assertThat(refused("Graph\uFF1Asurvey").problem()).isEqualTo("there is no field 'Graph:'");
    assertThat(accepted("graph \uFF08survey OR review\uFF09"))
        .isEqualTo(parsed("graph (survey OR review)"));
    assertThat(accepted("Graph\uFF1Asurvey")).isEqualTo(words("Graph\uFF1Asurvey"));
  }

  @Test
  void shouldAskWhatAHyphenBehindAQuotationOrABracketMeans() {
    assertThat(refused("\"in-context\"-learning"))
        .isEqualTo(
            new SyntaxError(
                12,
                "'-' may join two words or exclude the second",
                "a space before it to exclude, or quotation marks around all that belongs"
                    + " together"));
    assertThat(refused("(graph)\u2013based").position()).isEqualTo(7);
    assertThat(parsed("\"in-context\" -learning")).isEqualTo(parsed("\"in-context\" NOT learning"));
    assertThat(accepted("\"in-context\"-learning")).isEqualTo(parsed("\"in-context\" learning"));
    assertThat(accepted("\"in-context\"-learning \u2013survey"))
        .isEqualTo(parsed("\"in-context\" learning NOT survey"));
    assertThat(accepted("(graph)--(based)")).isEqualTo(parsed("graph based"));
  }

  @Test
  void shouldKeepAHyphenInsideAWord() {
    assertThat(parsed("multi-agent")).isEqualTo(words("multi-agent"));
    assertThat(parsed("vision\u2013language")).isEqualTo(words("vision\u2013language"));
  }

  @Test
  void shouldKeepSignsThatBelongToAWord() {
    assertThat(parsed("L^2")).isEqualTo(words("L^2"));
    assertThat(parsed("C*-algebra")).isEqualTo(words("C*-algebra"));
    assertThat(parsed("Yahoo!")).isEqualTo(words("Yahoo!"));
    assertThat(parsed("attention?")).isEqualTo(words("attention?"));
    assertThat(parsed("O'Brien")).isEqualTo(words("O'Brien"));
    assertThat(parsed("'Oumuamua")).isEqualTo(words("'Oumuamua"));
    assertThat(parsed("\"A*\" ti:\"a|b\""))
        .isEqualTo(new All(List.of(words("A*"), new Words(Scope.TITLE, "a|b"))));
  }

  @Test
  void shouldSayWhatToWriteInsteadOfASign() {
    assertThat(refused("cats|dogs").expected())
        .isEqualTo("OR in capitals, or quotation marks around what is meant as it stands");
    assertThat(refused("!survey").expected()).startsWith("NOT or '-' before the word");
    assertThat(refused("graph*").expected())
        .startsWith("the word without it, whose plurals are found anyway");
    assertThat(refused("graph~").expected()).startsWith("the word without it, or quotation marks");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "graph*",
        "cats|dogs",
        "!survey",
        "au:Ada Lovelace",
        "au:ada lovelace",
        "ti:graph~2",
        "'graph network'",
        "`graph`",
        "optimi?ation"
      })
  void shouldGoOnReadingWhatWasAcceptedOnce(String text) {
    assertThat(accepted(text)).isNotNull();
    assertThat(refused(text)).isNotNull();
  }

  @Test
  void shouldReadTheSignsOfWhatWasAcceptedOnceAsTheyAreMeantWhereTheyMeanSomething() {
    assertThat(accepted("x\u00BBy")).isEqualTo(words("x\u00BBy"));
    assertThat(accepted("\u00ABgraph NOT survey"))
        .isEqualTo(new All(List.of(words("\u00ABgraph"), new Not(words("survey")))));
    assertThat(neverAccepted("(\u00ABa b")).isEqualTo(refused("(\u00ABa b"));
    assertThat(accepted("transformer \u2013survey")).isEqualTo(parsed("transformer -survey"));
    assertThat(accepted("\u00ABgraph network\u00BB")).isEqualTo(words("graph network"));
  }
}
