package io.paperwire.tagging.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.tagging.paper.PaperText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KindClassifierTest {

  private static final KindClassifier KINDS = new KindClassifier();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SURVEY    | Graph learning: a survey                       | Graphs are everywhere.
          SURVEY    | Learning on graphs                             | This survey orders what was done.
          BENCHMARK | GraphBench                                     | Graphs are everywhere.
          BENCHMARK | A benchmark for learning on graphs             | Graphs are everywhere.
          DATASET   | A dataset of street signs                      | We photographed them.
          DATASET   | Street signs                                   | We present a new dataset of signs.
          SYSTEM    | A toolkit for learning on graphs               | It is open.
          THEORY    | Graph colouring                                | We prove that it is NP-hard.
          POSITION  | Position: graphs are not enough                | We argue that text is needed.
          METHOD    | Better colouring of graphs                     | We propose a network.
          BENCHMARK | When graphs help                               | This paper offers GraphRAG-Bench.
          METHOD    | Better agents                                  | We propose Ag. We introduce AgBench.
          DATASET   | Reading signs with a new dataset               | We photographed them.
          DATASET   | Signs: a corpus from Sweden                    | We photographed them.
          """)
  void shouldTellTheKind(PaperKind kind, String title, String text) {
    assertThat(classify(title, text).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Galaxies of a sky survey            | We classify them.
          Summaries of product reviews        | We propose a model and try it on standard benchmarks.
          Dataset distillation by matching    | We propose to match gradients.
          A recommender system with memory    | We test it on three datasets.
          MiniMax sparse attention            | It reads a long context.
          Search over multiple corpora        | Questions find their way.
          Leveraging a massive speech corpus  | Every model improves.
          """)
  void shouldNotBeTakenInByWordsThatLookLikeCues(String title, String text) {
    assertThat(classify(title, text)).isEqualTo(new JudgedKind(PaperKind.METHOD, List.of()));
  }

  @Test
  void shouldTellWhy() {
    assertThat(classify("Graph learning: a Survey", "In this survey we order it.").evidence())
        .containsExactly("Survey", "this survey");
  }

  private static JudgedKind classify(String title, String text) {
    return KINDS.classify(AnalyzedPaper.of(new PaperText(title, text, List.of())));
  }
}
