package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainCommandTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path folder;

  @Test
  void shouldAskWhereTheResultGoesBeforeItReadsAnything() {
    StringWriter errors = new StringWriter();
    Path nowhere = folder.resolve("nowhere").resolve("learnt");

    for (String what : List.of("categories", "topics", "calibration")) {
      int code =
          Paperwire.commandLine()
              .setErr(new PrintWriter(errors))
              .execute("train", what, "--papers=/nowhere/papers.jsonl", "--out=" + nowhere);
      assertThat(code).as(what).isEqualTo(1);
    }

    assertThat(errors.toString().lines())
        .hasSize(3)
        .containsOnly("paperwire: cannot write to " + nowhere + ": name another file by --out");
  }
}
