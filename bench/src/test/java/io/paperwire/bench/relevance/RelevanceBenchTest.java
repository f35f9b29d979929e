package io.paperwire.bench.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.bench.relevance.Evaluation.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RelevanceBenchTest {

  private record Fixed(String title, Outcome outcome) implements Evaluation {

    @Override
    public Outcome run() {
      return outcome;
    }
  }

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path folder;

  @Test
  void shouldWriteWhatWasMeasuredAndSayWhatWasNot() throws IOException {
    StringWriter out = new StringWriter();
    Path page = folder.resolve("page.md");

    new RelevanceBench(
            List.of(
                new Fixed("Length", new Outcome.Measured(List.of("Two metres."))),
                new Fixed("Weight", new Outcome.Skipped("there is no balance"))),
            new PrintWriter(out))
        .run(page);

    assertThat(Files.readString(page))
        .contains("\n## Length\n\nTwo metres.\n")
        .doesNotContain("Weight");
    assertThat(out.toString()).contains("Weight: skipped, there is no balance");
  }

  @Test
  void shouldHaveJudgementsThatCanBeRead() {
    assertThat(Judgements.read("must-have.tsv"))
        .hasSize(68)
        .allMatch(columns -> columns.length >= 2 && columns[0].startsWith("seed:"));
    assertThat(Judgements.load().knows("seed:a-survey-on-mixture-of-experts")).isTrue();
  }
}
