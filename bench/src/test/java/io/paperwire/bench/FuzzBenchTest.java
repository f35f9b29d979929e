package io.paperwire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.index.Paper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FuzzBenchTest {

  @Test
  void shouldFindNothingThatBreaksParserOrIndex() {
    StringWriter report = new StringWriter();
    List<Paper> papers =
        List.of(
            paper("Graph neural networks for molecules", "Ada Lovelace"),
            paper("LoRA (low-rank adaptation) of LLMs: a survey", "J\u00F6rg M\u00FCller"));

    assertThat(new FuzzBench(5_000, 1, papers, new PrintWriter(report)).run())
        .as("%s", report)
        .isTrue();
    assertThat(report.toString()).contains("5,000 texts in ", " 0 failures");
  }

  private static Paper paper(String title, String author) {
    return new Paper(
        title,
        title,
        "We survey networks and adaptation.",
        List.of(new Paper.Author(author, Optional.empty())),
        List.of("cs.CL"),
        List.of(),
        List.of(),
        Set.of("arxiv"),
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }
}
