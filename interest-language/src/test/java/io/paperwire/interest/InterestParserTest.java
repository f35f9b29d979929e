package io.paperwire.interest;

import static io.paperwire.interest.Readings.accepted;
import static io.paperwire.interest.Readings.parsed;
import static io.paperwire.interest.Readings.refused;
import static io.paperwire.interest.Readings.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.interest.Clause.Scope;
import io.paperwire.interest.Clause.Topic;
import io.paperwire.interest.Clause.Words;
import io.paperwire.interest.Expression.All;
import io.paperwire.interest.Expression.Any;
import io.paperwire.interest.Expression.Not;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InterestParserTest {

  @Test
  void shouldReadAWord() {
    assertThat(parsed("diffusion")).isEqualTo(words("diffusion"));
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
    assertThat(accepted("cat:cs.ML")).isEqualTo(new Clause.Category("cs.ML"));
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
    assertThat(accepted("topic:no-longer-there")).isEqualTo(new Topic("no-longer-there", 0));
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

  @Test
  void shouldNameTheIdOfATopicWhoseLabelIsWritten() {
    assertThat(refused("topic:\"Large Language Models\""))
        .extracting(SyntaxError::expected)
        .isEqualTo("its id, as in topic:large-language-models");
    assertThat(refused("topic:\"large language\"").expected()).startsWith("a topic's id such as");
  }
}
