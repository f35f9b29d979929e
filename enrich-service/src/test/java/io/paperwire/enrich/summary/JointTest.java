package io.paperwire.enrich.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.text.AnalyzedText;
import io.paperwire.text.TextAnalyzer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JointTest {

  private static String behind(String sentence) {
    AnalyzedText text = TextAnalyzer.analyze(sentence);
    int start = Joint.behind(text, 0, text.words().size(), 0);
    return start == 0 ? sentence : Joint.capitalised(sentence.substring(start));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "To address this, we propose a sparse index. | We propose a sparse index.",
        "To overcome these long-standing problems, this paper makes an index. | This paper makes an"
            + " index.",
        "However, existing indexes grow with time. | Existing indexes grow with time.",
        "In this regard, we study sparse indexes. | We study sparse indexes.",
        "In this broader context, we study sparse indexes. | We study sparse indexes.",
        "As a result, xLSTM reads longer texts. | xLSTM reads longer texts.",
        "Motivated by these findings, $k$-means is made sparse. | $k$-means is made sparse.",
        "For this purpose, (sparse) indexes are used here. | (sparse) indexes are used here.",
      })
  void shouldFindTheMainClause(String sentence, String rest) {
    assertThat(behind(sentence)).isEqualTo(rest);
  }

  /** Conditions say what holds when; "this paper" is there to be read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "In this paper, we propose a sparse index.",
        "In this short survey paper, we read sparse indexes.",
        "Under these assumptions, we prove a bound for it.",
        "In this case, the bound is tight for all.",
        "With this loss, the model learns sparse indexes.",
        "To find papers such as these ones we built it.",
        "To study tasks such as ranking, we built an index.",
        "To find papers, we propose a sparse index.",
        "Indexes, however, grow with the time of use.",
        "However, we fail.",
      })
  void shouldLeaveASentenceWhole(String sentence) {
    assertThat(behind(sentence)).isEqualTo(sentence);
  }

  @Test
  void shouldBeLeftOutOfASummaryOnlyWithTheSentenceThatItJoins() {
    String title = "Sparse indexes of moving papers";
    String known =
        "Indexes of papers grow with each paper that moves, and with each of its readers who looks"
            + " at it, however short that look may be, and whatever is then done with what was"
            + " found and with all that was not found at all by anybody.";

    assertThat(summary(title, known + " To address this, we propose sparse indexes of papers."))
        .hasValue("We propose sparse indexes of papers.");
    assertThat(summary(title, "To address this, we propose sparse indexes of moving papers."))
        .hasValue("To address this, we propose sparse indexes of moving papers.");
  }

  private static Optional<String> summary(String title, String text) {
    return Summaries.of(TextAnalyzer.analyze(title), TextAnalyzer.analyze(text));
  }
}
