package io.paperwire.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.interest.Clause;
import io.paperwire.interest.Expression;
import io.paperwire.interest.InterestParser;
import io.paperwire.interest.Reading;
import io.paperwire.interest.SyntaxError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InterestIndexTest {

  private static final ReadPaper PAPER = paperOf("RAG meets Multi-Agent Systems");

  private final InterestIndex index = new InterestIndex();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "graph                              | true",
        "multiagent                         | true",
        "\"multi agent system\"             | true",
        "ti:\"retrieval augmented generation\" | true",
        "ab:\"multi agent\"                 | false",
        "\"graphs deep\"                    | false",
        "rag                                | true",
        "\"SAM\" OR deep                    | true",
        "cmos                               | true",
        "\"cmos chips\"                   | true",
        "lms                                | true",
        "LMS                                | false",
        "gps                                | false",
        "graph NOT cmos                     | false",
        "graph -network                     | false",
        "au:\"J. Mueller\"                  | true",
        "au:\"Karl M\u00FCller\"            | false",
        "au:0000-0002-1825-0097             | true",
        "cat:cs.*                           | true",
        "cat:cs                             | true",
        "cat:math                           | false",
        "cat:cs.LG                          | false",
        "cat:\"cell biology\"             | true",
        "cat:\"cell\"                     | false",
        "kind:survey                        | true",
        "kind:survey -kind:theory           | true",
        "kind:dataset                       | false",
        "topic:learning                     | true",
        "topic:learning>=0.62               | true",
        "topic:learning>=0.63               | false",
        "source:arxiv kind:announced        | true",
        "source:arxiv-feed                  | true",
        "source:arxiv-oai                   | false",
        "source:arx                         | false",
        "graph code:yes                     | false",
        "trending                           | true",
        "(NOT code:yes) graph               | true",
        "\"deep learning, graphs\"          | false",
        "\"deep networks, graphs\"          | true",
      })
  void shouldMatchByWhatAPaperHas(String interest, boolean matches) {
    int number = add(interest);
    assertThat(found()).isEqualTo(matches ? List.of(number) : List.of());
  }

  @Test
  void shouldTellAnInterestOnceThatIsFiledTwice() {
    int number = add("graph OR deep OR multiagent");
    assertThat(found()).containsExactly(number);
  }

  @Test
  void shouldFindAPhraseThatLigaturesMakeLongerThanItIsWritten() {
    String phrase =
        IntStream.range(0, 20)
            .mapToObj(n -> "\uFB03".repeat(8) + (char) ('a' + n))
            .collect(Collectors.joining(" "));
    int number = add("\"" + phrase + "\"");
    assertThat(found(paperOf("On " + phrase + " and more"))).containsExactly(number);
    assertThat(found(paperOf("On " + phrase + "x and more"))).isEmpty();
  }

  @Test
  void shouldForgetWhatIsRemoved() {
    int first = add("graph");
    int second = add("graph AND deep");
    index.remove(first);
    assertThat(found()).containsExactly(second);
    index.remove(second);
    assertThat(found()).isEmpty();
    assertThat(index.size()).isZero();
  }

  @Test
  void shouldHoldTheNewInterestInPlaceOfTheOld() {
    int old = add("graph");
    assertThat(index.change(old, parsed("nothing"))).isNotEqualTo(new Filing.Filed(old));
    assertThat(found()).isEmpty();
    assertThat(index.size()).isOne();
  }

  @Test
  void shouldKeepTheOldInterestIfTheNewOneIsRefused() {
    int number = add("graph");
    assertThat(index.change(number, parsed("NOT graph"))).isInstanceOf(Filing.Refused.class);
    assertThat(found()).containsExactly(number);
  }

  @Test
  void shouldRefuseToRemoveWhatIsNotThere() {
    int number = add("graph");
    index.remove(number);
    assertThatThrownBy(() -> index.remove(number))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no interest of number 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NOT graph              | it names nothing that a paper must have",
        "graph OR NOT deep      | it names nothing that a paper must have",
        "the                    | it asks only for words that stand in nearly every paper",
        "the AND (of OR graph)  | it asks only for words that stand in nearly every paper",
      })
  void shouldRefuseWhatMatchesNearlyEverything(String interest, String reason) {
    assertThat(index.add(parsed(interest)))
        .isInstanceOfSatisfying(
            Filing.Refused.class, refused -> assertThat(refused.reason()).startsWith(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind:announced",
        "kind:method",
        "source:arxiv",
        "source:arxiv-oai kind:announced",
        "kind:announced we",
        "graph OR kind:announced",
        "kind:announced OR kind:revised OR kind:cross-listed OR kind:published",
        "(graph OR source:crossref) kind:method",
      })
  void shouldRefuseWhatMostPapersHaveOfWhoWritesNowAndKeepWhatIsStored(String interest) {
    assertThat(Admission.refusal(parsed(interest)).orElseThrow())
        .isEqualTo(
            "it asks only for what most papers have, as kind:announced, kind:method and"
                + " source:arxiv do; add a topic, a word or an author, to each side of an OR");
    assertThat(Admission.refusalOfStored(parsed(interest))).isEmpty();
    assertThat(index.add(parsed(interest))).isInstanceOf(Filing.Filed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind:withdrawn",
        "kind:withdrawn AND graph",
        "graph OR kind:withdrawn",
        "NOT NOT kind:withdrawn",
      })
  void shouldRefuseWithdrawnPapersOfWhoWritesNowForTheyAreNeverTold(String interest) {
    assertThat(Admission.refusal(parsed(interest)).orElseThrow())
        .isEqualTo(
            "it asks for withdrawn papers, which are told to nobody; search for them, or leave"
                + " kind:withdrawn out");
    assertThat(Admission.refusalOfStored(parsed(interest))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "graph AND NOT kind:withdrawn",
        "kind:survey",
        "kind:announced AND graph",
        "source:arxiv AND (topic:learning OR au:Noether)",
        "kind:survey OR kind:theory",
        "source:feeds",
        "cat:cs.*",
        "code:yes",
      })
  void shouldTakeWhatFewerPapersHave(String interest) {
    assertThat(Admission.refusal(parsed(interest))).isEmpty();
  }

  @Test
  void shouldTakeCommonWordsBesidesARareOne() {
    assertThat(Admission.refusal(parsed("the AND graph"))).isEmpty();
  }

  @Test
  void shouldCountAPhraseOnceHoweverManyWordingsItHas() {
    String phrase = "\"" + "gans maps,".repeat(15) + "\" ";
    assertThat(Admission.refusal(parsed(phrase.repeat(17)))).isEmpty();
    assertThat(Admission.refusal(parsed(phrase.repeat(18))).orElseThrow())
        .startsWith("it names 270 words, phrases and other conditions, more than 256");
  }

  @Test
  void shouldRefuseWhatNamesTooManyWords() {
    String phrase = "\"" + "a,b,".repeat(40) + "c\"";
    assertThat(Admission.refusal(parsed(phrase + " " + phrase + " " + phrase + " " + phrase)))
        .hasValueSatisfying(
            reason ->
                assertThat(reason)
                    .startsWith("it names 324 words, phrases and other conditions, more than 256"));
    assertThat(Admission.refusal(parsed("graph " + (phrase + " ").repeat(4))).orElseThrow())
        .startsWith("it names 325 words");
    assertThat(
            Admission.refusal(parsed("cat:cs.LG graph " + (phrase + " ").repeat(4))).orElseThrow())
        .startsWith("it names 326 words");
  }

  @Test
  void shouldSeeAnInterestThatChangesAlways() throws Exception {
    int kept = add("deep");
    int changing = add("graph");
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Integer> reading =
        CompletableFuture.supplyAsync(
            () -> {
              int papers = 0;
              try (Matcher matcher = index.matcher()) {
                while (!done.get() || papers < 100) {
                  List<Integer> found = new ArrayList<>();
                  matcher.match(PAPER, found::add);
                  assertThat(found).contains(kept).doesNotHaveDuplicates();
                  assertThat(found.size()).isGreaterThan(1);
                  papers++;
                }
              }
              return papers;
            });
    String[] forms = {"multiagent", "graph AND deep", "rag OR nothing", "graph"};
    for (int i = 0; i < 20_000; i++) {
      changing =
          switch (index.change(changing, parsed(forms[i % forms.length]))) {
            case Filing.Filed(int number) -> number;
            case Filing.Refused(String reason) -> throw new AssertionError(reason);
          };
    }
    done.set(true);
    assertThat(reading.get()).isGreaterThanOrEqualTo(100);
    assertThat(found()).containsExactlyInAnyOrder(kept, changing);
  }

  private static ReadPaper paperOf(String title) {
    return new PaperReader(Generator.VOCABULARY)
        .read(
            new Paper(
                "arxiv:2401.00001",
                title,
                "We study retrieval-augmented generation (RAG) for graphs. Deep networks help"
                    + " LMs on CMOS chips.",
                List.of(
                    new Paper.Author("J\u00F6rg M\u00FCller", Optional.of("0000-0002-1825-0097")),
                    new Paper.Author("Y. Wu", Optional.empty())),
                List.of("cs.CL", "Cell Biology"),
                List.of(),
                List.of(new Paper.Tag("graphs", "Learning on graphs", 0.62, List.of("graphs"))),
                Set.of("arxiv-feed"),
                Optional.of(Clause.Kind.ANNOUNCED),
                Optional.of(Clause.Contribution.SURVEY),
                false,
                true));
  }

  private int add(String interest) {
    return switch (index.add(parsed(interest))) {
      case Filing.Filed(int number) -> number;
      case Filing.Refused(String reason) -> throw new AssertionError(reason);
    };
  }

  private List<Integer> found() {
    return found(PAPER);
  }

  private List<Integer> found(ReadPaper paper) {
    List<Integer> found = new ArrayList<>();
    try (Matcher matcher = index.matcher()) {
      matcher.match(paper, found::add);
    }
    return found;
  }

  static Expression parsed(String text) {
    return switch (InterestParser.ofAnyTopic().parse(text)) {
      case Reading.Understood(Expression expression) -> expression;
      case Reading.Refused(SyntaxError error) -> throw new AssertionError(error.describe(text));
    };
  }

  static ReadPaper paper() {
    return PAPER;
  }
}
