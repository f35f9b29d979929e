package io.paperwire.interest;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.interest.Clause.Scope;
import io.paperwire.interest.Clause.Topic;
import io.paperwire.interest.Clause.Words;
import io.paperwire.interest.Expression.All;
import io.paperwire.interest.Expression.Any;
import io.paperwire.interest.Expression.Not;
import io.paperwire.topics.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InterestParserTest {

  private static final InterestParser PARSER = InterestParser.of(Vocabulary.load());

  @Test
  void shouldReadAWord() {
    assertThat(parsed("diffusion")).isEqualTo(words("diffusion"));
  }

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
  void shouldTakeAnQuotedWordForTheSameAsABareOne() {
    assertThat(parsed("\"diffusion\"")).isEqualTo(parsed("diffusion"));
  }

  @Test
  void shouldJoinNeighboursByAnd() {
    assertThat(parsed("graph AND network")).isEqualTo(parsed("graph network"));
    assertThat(parsed("graph network"))
        .isEqualTo(new All(List.of(words("graph"), words("network"))));
  }

  @Test
  void shouldBindAndTighterThanOr() {
    assertThat(parsed("a b OR c"))
        .isEqualTo(new Any(List.of(new All(List.of(words("a"), words("b"))), words("c"))));
  }

  @Test
  void shouldBindNotTighterThanAnd() {
    assertThat(parsed("NOT a b")).isEqualTo(new All(List.of(new Not(words("a")), words("b"))));
  }

  @Test
  void shouldKeepBrackets() {
    assertThat(parsed("(a OR b) AND c"))
        .isEqualTo(new All(List.of(new Any(List.of(words("a"), words("b"))), words("c"))));
    assertThat(parsed("((a))")).isEqualTo(words("a"));
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
    assertThat(InterestParser.ofAnyTopic().parse(text)).isInstanceOf(Reading.Understood.class);
    assertThat(PARSER.parse(text)).isInstanceOf(Reading.Refused.class);
  }

  @Test
  void shouldReadTheSignsOfWhatWasAcceptedOnceAsTheyAreMeantWhereTheyMeanSomething() {
    assertThat(accepted("x\u00BBy")).isEqualTo(words("x\u00BBy"));
    assertThat(accepted("\u00ABgraph NOT survey"))
        .isEqualTo(new All(List.of(words("\u00ABgraph"), new Not(words("survey")))));
    assertThat(InterestParser.ofAnyTopic().parse("(\u00ABa b"))
        .isEqualTo(new Reading.Refused(refused("(\u00ABa b")));
    assertThat(accepted("transformer \u2013survey")).isEqualTo(parsed("transformer -survey"));
    assertThat(accepted("\u00ABgraph network\u00BB")).isEqualTo(words("graph network"));
  }

  @Test
  void shouldReadFieldsOfWords() {
    assertThat(parsed("ti:survey")).isEqualTo(new Words(Scope.TITLE, "survey"));
    assertThat(parsed("AB:\"open source\"")).isEqualTo(new Words(Scope.ABSTRACT, "open source"));
  }

  @Test
  void shouldSpreadAFieldOverItsBrackets() {
    assertThat(parsed("ti:(a OR \"b c\" NOT d)"))
        .isEqualTo(parsed("ti:a OR (ti:\"b c\" AND NOT ti:d)"));
    assertThat(parsed("cat:(cs.CL OR stat.*) x")).isEqualTo(parsed("(cat:cs.CL OR cat:stat.*) x"));
  }

  @Test
  void shouldReadCategoriesAndArchives() {
    assertThat(parsed("cat:cs.CL")).isEqualTo(new Clause.Category("cs.CL"));
    assertThat(parsed("cat:cond-mat.*")).isEqualTo(new Clause.Archive("cond-mat"));
    assertThat(parsed("cat:neuroscience")).isEqualTo(new Clause.Category("neuroscience"));
    assertThat(parsed("cat:\"cell  biology\"")).isEqualTo(new Clause.Category("cell biology"));
  }

  @Test
  void shouldTakeTheNameOfAnArchiveForAllOfIt() {
    assertThat(parsed("cat:math")).isEqualTo(parsed("cat:math.*"));
    assertThat(parsed("cat:\"CS\"")).isEqualTo(parsed("cat:CS.*"));
    assertThat(parsed("cat:hep-th")).isEqualTo(new Clause.Archive("hep-th"));
    Clause.Archive archive = new Clause.Archive("astro-ph");
    assertThat(List.of("astro-ph", "astro-ph.CO", "Astro-Ph.ga"))
        .allMatch(category -> archive.includes(category));
    assertThat(List.of("astro", "physics.space-ph", "astro-physics"))
        .noneMatch(category -> archive.includes(category));
  }

  @Test
  void shouldRefuseACategoryThatArxivDoesNotHave() {
    assertThat(refused("graph cat:cs.ML"))
        .isEqualTo(
            new SyntaxError(
                10,
                "arXiv has no category 'cs.ML'",
                "cs.LG (Machine Learning) or stat.ML (Machine Learning) or cs.CL (Computation and"
                    + " Language), or cs.* for the whole archive"));
    assertThat(refused("cat:physics.zzzzzz").expected())
        .isEqualTo("one that it has, or physics.* for the whole archive");
    assertThat(InterestParser.ofAnyTopic().parse("cat:cs.ML"))
        .isEqualTo(new Reading.Understood(new Clause.Category("cs.ML")));
  }

  @Test
  void shouldReadTopicsWithALeastScore() {
    assertThat(parsed("topic:graph-neural-networks"))
        .isEqualTo(new Topic("graph-neural-networks", 0));
    assertThat(parsed("topic:Graph-Neural-Networks>=0.8"))
        .isEqualTo(new Topic("graph-neural-networks", 80));
    assertThat(parsed("topic:graph-neural-networks>=0.29"))
        .isEqualTo(new Topic("graph-neural-networks", 29));
    assertThat(parsed("topic:graph-neural-networks>=1"))
        .isEqualTo(new Topic("graph-neural-networks", 100));
  }

  @Test
  void shouldReadTheOtherFields() {
    assertThat(parsed("source:arXiv")).isEqualTo(new Clause.Source("arxiv"));
    assertThat(parsed("kind:cross-listed"))
        .isEqualTo(new Clause.Happened(Clause.Kind.CROSS_LISTED));
    assertThat(parsed("kind:Survey")).isEqualTo(new Clause.Contributes(Clause.Contribution.SURVEY));
    assertThat(parsed("code:yes")).isEqualTo(new Clause.HasCode());
    assertThat(parsed("trending")).isEqualTo(new Clause.Trending());
  }

  @Test
  void shouldTakeTheNameOfAFamilyForAllItsSources() {
    Clause.Source arxiv = new Clause.Source("arxiv");
    assertThat(List.of("arxiv", "arxiv-feed", "arxiv-oai", "arxiv-api"))
        .allMatch(source -> arxiv.includes(source));
    assertThat(List.of("biorxiv", "arxivist", "http-arxiv", "hugging-face"))
        .noneMatch(source -> arxiv.includes(source));
    assertThat(new Clause.Source("arxiv-oai").includes("arxiv-feed")).isFalse();
    assertThat(Clause.Source.namesOf("Semantic-Scholar-x"))
        .containsExactly("semantic-scholar-x", "semantic-scholar", "semantic");
  }

  @Test
  void shouldTakeKeywordsInQuotationMarksForWords() {
    assertThat(parsed("\"trending\" \"OR\""))
        .isEqualTo(new All(List.of(words("trending"), words("OR"))));
    assertThat(parsed("ti:trending")).isEqualTo(new Words(Scope.TITLE, "trending"));
  }

  @Test
  void shouldAcceptTopicsItDoesNotKnowIfItIsToldTo() {
    assertThat(InterestParser.ofAnyTopic().parse("topic:no-longer-there"))
        .isEqualTo(new Reading.Understood(new Topic("no-longer-there", 0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                       | 0  | nothing to look for before the end
          a AND                    | 5  | nothing to look for before the end
          a OR OR b                | 5  | nothing to look for before 'OR'
          AND a                    | 0  | nothing to look for before 'AND'
          ()                       | 1  | nothing to look for before ')'
          (a OR b                  | 7  | the bracket opened at position 1 is never closed
          a)                       | 1  | ')' closes no bracket
          a "b c                   | 2  | the quotation mark is never closed
          ti: a                    | 3  | 'ti:' has no value
          ti:                      | 3  | 'ti:' has no value
          title:a                  | 0  | there is no field 'title:'
          x http://y               | 2  | there is no field 'http:'
          ti:(a au:b)              | 6  | 'au:' stands inside the brackets of 'ti:'
          a and b                  | 2  | 'and' may be a word or the operator
          ti:Or                    | 3  | 'Or' may be a word or the operator
          a !!!                    | 2  | '!!!' has no letter and no digit
          a -                      | 2  | '-' has no letter and no digit
          cat:c*                   | 4  | 'c*' is no category such as cs.CL
          cat:.*                   | 4  | '' is no archive such as cs.*
          cat:"-"                  | 4  | '-' is no category such as cs.CL
          cat:"a b.*"              | 4  | 'a b' is no archive such as cs.*
          topic:a_b                | 6  | 'a_b' is no topic's id such as graph-neural-networks
          topic:no-such-thing      | 6  | there is no topic 'no-such-thing'
          topic:large-language-models>=2  | 29 | '2' is no score
          topic:large-language-models>=.8 | 29 | '.8' is no score
          topic:"  llm>=2"         | 14 | '2' is no score
          source:a/b               | 7  | 'a/b' is no source such as arxiv
          graph*                   | 5  | '*' has no meaning here
          x *graph                 | 2  | '*' has no meaning here
          ti:graph*                | 8  | '*' has no meaning here
          graph~                   | 5  | '~' has no meaning here
          graph~2                  | 5  | '~' has no meaning here
          x graph^                 | 7  | '^' has no meaning here
          !survey                  | 0  | '!' has no meaning here
          x optimi?ation           | 8  | '?' has no meaning here
          optimi*ation             | 6  | '*' has no meaning here
          "x" 'graph network'      | 4  | ''' is no quotation mark here
          ti:\u2018graph network\u2019 y | 3  | '\u2018' is no quotation mark here
          \u00ABa b                 | 0  | the quotation mark is never closed
          kind:retracted           | 5  | there is no kind 'retracted'
          code:no                  | 5  | 'no' is no value of 'code:'
          """)
  void shouldNameThePlaceOfAMistake(String text, int position, String problem) {
    assertThat(refused(text))
        .satisfies(
            error -> assertThat(error.problem()).isEqualTo(problem),
            error -> assertThat(error.position()).isEqualTo(position),
            error -> assertThat(error.expected()).isNotBlank());
  }

  @Test
  void shouldSayWhatWasExpected() {
    assertThat(refused("kind:new").expected())
        .isEqualTo(
            "announced, revised, cross-listed, published, withdrawn, survey, position, benchmark,"
                + " dataset, theory, system, method");
    assertThat(refused("a or b").expected())
        .isEqualTo("OR for the operator or \"or\" for the word");
    assertThat(refused("title:a").expected())
        .isEqualTo(
            "one of ti: ab: au: cat: topic: source: kind: code:,"
                + " or quotation marks around the word");
    assertThat(refused("topic:graph-neural").expected()).contains("graph-neural-networks");
  }

  @Test
  void shouldPointAtTheMistake() {
    String text = "graph AND (kind:new)";
    assertThat(refused(text).describe(text))
        .isEqualTo(
            """
            at position 17: there is no kind 'new'; expected announced, revised, cross-listed, \
            published, withdrawn, survey, position, benchmark, dataset, theory, system, method
              graph AND (kind:new)
                              ^\
            """);
  }

  @Test
  void shouldCountCharactersAndNotTheUnitsThatTheyTake() {
    String text = "\uD83D\uDE00graph (kind:new)";
    assertThat(refused(text).describe(text))
        .startsWith("at position 14: there is no kind 'new'")
        .endsWith("\n  " + text + "\n" + " ".repeat(15) + "^");
    assertThat(refused("\uD83D\uDE00a (b").problem())
        .isEqualTo("the bracket opened at position 4 is never closed");
  }

  @Test
  void shouldShowTheNeighbourhoodOnlyOfALongText() {
    String text = "word ".repeat(100) + "kind:new " + "word ".repeat(100);
    assertThat(refused(text).describe(text).lines().skip(1))
        .containsExactly(
            "   " + "word ".repeat(6) + "kind:new " + "word ".repeat(6) + "wo",
            "  " + " ".repeat(36) + "^");
  }

  @Test
  void shouldRefuseWhatIsTooLong() {
    assertThat(refused("a ".repeat(2001)).problem()).isEqualTo("the interest has 4002 characters");
    assertThat(refused("\"" + "ab ".repeat(70) + "\"").problem())
        .isEqualTo("a phrase has at most 200 characters, not 209");
  }

  @Test
  void shouldRefuseTooManyClauses() {
    assertThat(parsed("a ".repeat(100))).isInstanceOf(All.class);
    assertThat(refused("a ".repeat(101)))
        .isEqualTo(
            new SyntaxError(
                200,
                "the interest has more than 100 clauses",
                "fewer; make several interests of it"));
  }

  @Test
  void shouldRefuseWhatIsTooDeep() {
    assertThat(parsed("(".repeat(20) + "a" + ")".repeat(20))).isEqualTo(words("a"));
    assertThat(refused("(".repeat(21) + "a" + ")".repeat(21)).position()).isEqualTo(20);
    assertThat(refused("NOT ".repeat(21) + "a").position()).isEqualTo(80);
  }

  private static Words words(String text) {
    return new Words(Scope.ANYWHERE, text);
  }

  private static Expression parsed(String text) {
    return switch (PARSER.parse(text)) {
      case Reading.Understood(Expression expression) -> expression;
      case Reading.Refused(SyntaxError error) -> throw new AssertionError(error.describe(text));
    };
  }

  /** As it is read where it was accepted before. */
  private static Expression accepted(String text) {
    return switch (InterestParser.ofAnyTopic().parse(text)) {
      case Reading.Understood(Expression expression) -> expression;
      case Reading.Refused(SyntaxError error) -> throw new AssertionError(error.describe(text));
    };
  }

  @Test
  void shouldNameTheIdOfATopicWhoseLabelIsWritten() {
    assertThat(refused("topic:\"Large Language Models\""))
        .extracting(SyntaxError::expected)
        .isEqualTo("its id, as in topic:large-language-models");
    assertThat(refused("topic:\"large language\"").expected()).startsWith("a topic's id such as");
  }

  private static SyntaxError refused(String text) {
    return switch (PARSER.parse(text)) {
      case Reading.Understood(Expression expression) ->
          throw new AssertionError("read as " + expression);
      case Reading.Refused(SyntaxError error) -> error;
    };
  }
}
