package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class SourcesCommandTest {

  @Test
  void shouldTellHowASourceIs() {
    String status =
        """
        {"source":"arxiv-oai","instance":"one-8081","freshness":"late","reason":"nothing new",
         "announced":3,"seen":5,"parts":{"all":"2 items"},"cursors":{"all":{"from":"2026-01-01"}},
         "at":"2026-01-02T00:00:00Z"}
        """;
    assertThat(SourcesCommand.lines(status))
        .containsExactly(
            "arxiv-oai: late, nothing new",
            "  read by one-8081, told at 2026-01-02T00:00:00Z; 3 announced, 5 known",
            "  all: 2 items",
            "  cursor of all: {\"from\":\"2026-01-01\"}");
    assertThatThrownBy(() -> SourcesCommand.lines("oops")).isInstanceOf(CommandFailure.class);
  }

  @Test
  void shouldSayWhatABackfillLacks() {
    StringWriter errors = new StringWriter();
    CommandLine line = Paperwire.commandLine().setErr(new PrintWriter(errors));
    assertThat(line.execute("ingest", "--source", "arxiv-oai")).isEqualTo(2);
    assertThat(errors.toString()).contains("--since=DATE");
    assertThat(line.execute("ingest", "--source", "arxiv-oai", "--since", "x")).isEqualTo(2);
  }
}
