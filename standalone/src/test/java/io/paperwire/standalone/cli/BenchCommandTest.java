package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchCommandTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path folder;

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
  void shouldWriteNoPageIfNothingWasMeasured() throws IOException {
    Path page = Files.writeString(folder.resolve("page.md"), "# Kept\n");

    assertThat(run("bench", "relevance", "--out", page.toString())).isEqualTo(1);

    assertThat(errors.toString())
        .isEqualTo(
            "paperwire: nothing was measured, and "
                + page
                + " is as it was: name papers, see -h\n");
    assertThat(page).hasContent("# Kept\n");
  }

  @Test
  void shouldAskWhereThePageGoesBeforeItMeasures() {
    Path nowhere = folder.resolve("nowhere").resolve("page.md");

    assertThat(run("bench", "relevance")).isEqualTo(2);
    assertThat(run("bench", "relevance", "--out", nowhere.toString())).isEqualTo(1);
    assertThat(errors.toString())
        .contains("Missing required option: '--out=FILE'")
        .contains("cannot write to " + nowhere + ": name another file by --out");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void shouldSayInALineThatThereIsNothingToMeasure() {
    for (String command :
        List.of(
            "match --interests=0",
            "match-stream --subscribers=1",
            "enrich --threads=0",
            "enrich --count=0 --kills=0 --no-scale",
            "enrich --count=10 --kills=10",
            "enrich --count=4 --kills=0",
            "fuzz --inputs=0",
            "likeness --block=0",
            "text --count=-1",
            "text --model=none")) {
      assertThat(run(("bench " + command).split(" "))).as(command).isEqualTo(1);
    }
    assertThat(errors.toString().lines())
        .hasSize(10)
        .allMatch(line -> line.startsWith("paperwire: "))
        .contains(
            "paperwire: 10 kills and 4 instances need at least 11 papers, not 10",
            "paperwire: 0 kills need at least 1 papers, not 0");
    assertThat(out.toString()).isEmpty();
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
