package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class DeadLetterCommandTest {

  @Test
  void shouldReplayEverythingOnlyIfItIsToldTo() {
    StringWriter errors = new StringWriter();
    CommandLine line = Paperwire.commandLine().setErr(new PrintWriter(errors));

    assertThat(line.execute("dlq", "replay")).isEqualTo(2);
    assertThat(errors.toString()).contains("Say which letters to replay, by a filter, or --all.");
  }

  @Test
  void shouldRefuseATimeThatIsNone() {
    StringWriter errors = new StringWriter();
    CommandLine line = Paperwire.commandLine().setErr(new PrintWriter(errors));

    assertThat(line.execute("dlq", "list", "--since", "yesterday")).isEqualTo(2);
    assertThat(errors.toString()).contains("yesterday");
  }
}
