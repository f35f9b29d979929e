package io.paperwire.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.interest.InterestPrinter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JudgeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "multiagent                   | Multi-Agent                  | 0.9",
        "cmos                         | CMOS                         | 0.7",
        "lms                          | LMs                          | 0.7",
        "ab:graph                     | graphs                       | 0.7",
        "ti:\"retrieval augmented generation\" | RAG                 | 0.9",
        "au:\"J. Mueller\"            | probably J\u00F6rg M\u00FCller | 0.6",
        "au:\"J\u00F6rg Mueller\"      | J\u00F6rg M\u00FCller        | 0.9",
        "au:Mueller graph             | perhaps J\u00F6rg M\u00FCller; graphs | 0.3",
        "au:0000-0002-1825-0097       | J\u00F6rg M\u00FCller        | 1.0",
        "topic:learning               | Learning on graphs (graphs)  | 0.62",
        "topic:graphs                 | Learning on graphs (graphs)  | 0.62",
        "cat:cs.*                     | cs.CL                        | 0.5",
        "cat:cs.cl graph              | cs.CL; graphs                | 0.7",
        "kind:survey                  | survey                       | 0.5",
        "source:arxiv                 | arxiv-feed                   | 0.5",
        "graph OR multiagent          | graphs; Multi-Agent          | 0.9",
        "graph multiagent             | graphs; Multi-Agent          | 0.7",
        "\"deep networks, graphs\"    | Deep networks, graphs        | 0.7",
      })
  void shouldTellWhatSpeaksForAMatch(String interest, String evidence, double score) {
    assertThat(judged(interest))
        .isInstanceOfSatisfying(
            Judgement.Matches.class,
            matches -> {
              assertThat(String.join("; ", matches.reasons().stream().map(Reason::told).toList()))
                  .isEqualTo(evidence);
              assertThat(matches.score()).isEqualTo(score);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "graph quantum optics    | quantum      | it does not say quantum",
        "ti:graph                | ti:graph     | it does not say ti:graph, though it does"
            + " elsewhere",
        "graph -deep             | NOT deep     | it has 'Deep', and that was ruled out",
        "quantum OR optics       | quantum OR optics | it meets none of quantum OR optics",
        "topic:learning>=0.8     | topic:learning>=0.8 | graphs has a score of 0.62, less than"
            + " 0.80",
        "topic:physics           | topic:physics | it is not tagged with physics",
        "cat:stat.*              | cat:stat.*   | it is in cs.CL, Cell Biology, not in stat.*",
        "au:\"K. M\u00FCller\"   | au:\"K. M\u00FCller\" | no author is called K. M\u00FCller",
        "kind:revised            | kind:revised | it was not revised last",
        "kind:dataset            | kind:dataset | it is a survey paper, not a dataset",
        "code:yes                | code:yes     | no code is known",
        "source:biorxiv          | source:biorxiv | no news came from biorxiv",
        "graph -au:\"J. Mueller\" | NOT au:\"J. Mueller\" | it has 'probably J\u00F6rg"
            + " M\u00FCller', and that was ruled out",
        "NOT (graph NOT quantum) | NOT (graph AND NOT quantum) | it has 'graphs', and that was"
            + " ruled out",
      })
  void shouldNameTheFirstConditionThatFails(String interest, String condition, String because) {
    assertThat(judged(interest))
        .isInstanceOfSatisfying(
            Judgement.Misses.class,
            misses -> {
              assertThat(InterestPrinter.print(misses.condition())).isEqualTo(condition);
              assertThat(misses.because()).isEqualTo(because);
            });
  }

  @Test
  void shouldNotSayTheNameOfATopicTwice() {
    List<String> words = List.of("learning on graph", "Learning-on-Graphs", "GNN", "GNNs", "nets");
    ReadPaper paper =
        new PaperReader(Generator.VOCABULARY)
            .read(
                new Paper(
                    "doi:10.1/a",
                    "Graphs",
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(new Paper.Tag("graphs", "Learning on graphs", 0.7, words)),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false));

    assertThat(Judge.judge(InterestIndexTest.parsed("topic:graphs"), paper))
        .isInstanceOfSatisfying(
            Judgement.Matches.class,
            matches ->
                assertThat(matches.reasons())
                    .extracting(Reason::evidence)
                    .containsExactly("Learning on graphs (GNN, nets)"));
  }

  @Test
  void shouldHaveNoReasonWhereOnlyAbsenceWasAskedFor() {
    assertThat(judged("NOT quantum"))
        .isEqualTo(new Judgement.Matches(List.of(), Judge.SCORE_WITHOUT_CONTENT));
  }

  @Test
  void shouldTakeTheWordsForACategoryWhereNoSourceGivesOne() {
    ReadPaper paper =
        new PaperReader(Generator.VOCABULARY)
            .read(
                new Paper(
                    "doi:10.1/a",
                    "Graphs",
                    "",
                    List.of(),
                    List.of(),
                    List.of("stat.ML"),
                    List.of(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false));

    assertThat(Judge.judge(InterestIndexTest.parsed("cat:stat.*"), paper))
        .isInstanceOfSatisfying(
            Judgement.Matches.class,
            matches ->
                assertThat(matches.reasons())
                    .extracting(Reason::evidence)
                    .containsExactly("stat.ML by its words"));
    assertThat(Judge.judge(InterestIndexTest.parsed("cat:cs.CL"), paper))
        .isInstanceOfSatisfying(
            Judgement.Misses.class,
            misses ->
                assertThat(misses.because())
                    .isEqualTo("it is in stat.ML by its words, not in cs.CL"));
  }

  private static Judgement judged(String interest) {
    return Judge.judge(InterestIndexTest.parsed(interest), InterestIndexTest.paper());
  }
}
