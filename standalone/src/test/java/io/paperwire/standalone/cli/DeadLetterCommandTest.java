package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class DeadLetterCommandTest {

  private final StringWriter errors = new StringWriter();

  @Test
  void shouldReplayEverythingOnlyIfItIsToldTo() {
    assertThat(run("dlq", "replay")).isEqualTo(2);
    assertThat(errors.toString())
        .isEqualTo(
            "paperwire: Say which letters to replay, by a filter, or --all (paperwire dlq --help"
                + " tells more)\n");
  }

  @Test
  void shouldSayInALineThatACommandIsMissing() {
    assertThat(run("dlq")).isEqualTo(2);
    assertThat(errors.toString())
        .isEqualTo("paperwire: Say 'dlq list' or 'dlq replay' (paperwire dlq --help tells more)\n");
  }

  @Test
  void shouldSayHowATimeIsWritten() {
    assertThat(run("dlq", "list", "--since", "yesterday")).isEqualTo(2);
    assertThat(errors.toString())
        .isEqualTo(
            "paperwire: Invalid value for option '--since': 'yesterday' is no time such as"
                + " 2026-11-23T08:00:00Z (paperwire dlq list --help tells more)\n");
  }

  private int run(String... arguments) {
    return Paperwire.commandLine().setErr(new PrintWriter(errors)).execute(arguments);
  }
}
