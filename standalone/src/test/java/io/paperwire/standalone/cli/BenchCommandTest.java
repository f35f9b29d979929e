package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class BenchCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @Test
  void shouldMeasureMatchingOnTheSamplePapers() {
    int code = run("bench", "match", "--interests=500", "--matches=20", "--lucene-matches=10");

    assertThat(errors.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("500 interests, seed 1", "times the papers/s of lucene-monitor")
        .contains("10 papers,", ": 0 papers differ");
  }

  @Test
  void shouldSayWhichFileCannotBeRead() {
    assertThat(run("bench", "match", "--papers=/nowhere/papers.jsonl")).isNotZero();
    assertThat(errors.toString()).contains("cannot read /nowhere/papers.jsonl");
  }

  @Test
  void shouldAskWhatToMeasure() {
    assertThat(run("bench")).isNotZero();
    assertThat(errors.toString())
        .contains("Say what to measure, one of 'bench match', 'bench match-stream',");
  }

  private int run(String... arguments) {
    return Paperwire.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(errors))
        .execute(arguments);
  }
}
