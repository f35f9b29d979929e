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
  void shouldSayInOneLineWhatABackfillLacks() {
    assertThat(errorOf("ingest", "--source=arxiv-oai"))
        .isEqualTo(
            "paperwire: Missing required option: '--since=DATE' (paperwire ingest --help tells"
                + " more)");
    assertThat(errorOf("ingest", "--source=arxiv-oai", "--since=tomorrow"))
        .isEqualTo(
            "paperwire: Invalid value for option '--since': 'tomorrow' is no day such as 2026-01-31"
                + " (paperwire ingest --help tells more)");
    assertThat(errorOf("ingest", "--source=a", "--since=2026-02-01", "--until=2026-01-31"))
        .isEqualTo("paperwire: --until 2026-01-31 lies before --since 2026-02-01: exchange them");
  }

  private static String errorOf(String... arguments) {
    StringWriter errors = new StringWriter();
    CommandLine line = Paperwire.commandLine().setErr(new PrintWriter(errors));
    assertThat(line.execute(arguments)).isNotZero();
    return errors.toString().strip();
  }
}
