package io.paperwire.bench.relevance;

import io.paperwire.bench.relevance.Evaluation.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs evaluations and writes one page of what they found. */
public final class RelevanceBench {

  private static final List<String> HEAD =
      List.of(
          "# Judgement",
          "",
          "How far the judgement of Paperwire agrees with that of readers. Written by `paperwire"
              + " bench relevance`; the options say",
          "where the papers lie, and an evaluation without papers is left out.");

  private final List<Evaluation> evaluations;
  private final PrintWriter out;

  /**
   * A bench.
   *
   * @param evaluations in the order of the page
   * @param out told how far it is
   */
  public RelevanceBench(List<Evaluation> evaluations, PrintWriter out) {
    this.evaluations = List.copyOf(evaluations);
    this.out = new PrintWriter(out, true);
  }

  /**
   * Runs all evaluations and writes the page.
   *
   * @return false if all were skipped; then nothing is written
   */
  public boolean run(Path page) throws IOException {
    List<String> lines = new ArrayList<>(HEAD);
    for (Evaluation evaluation : evaluations) {
      switch (evaluation.run()) {
        case Outcome.Measured(List<String> found) -> {
          out.println(evaluation.title() + ": measured");
          lines.add("");
          lines.add("## " + evaluation.title());
          lines.add("");
          lines.addAll(found);
        }
        case Outcome.Skipped(String reason) ->
            out.println(evaluation.title() + ": skipped, " + reason);
      }
    }
    if (lines.size() == HEAD.size()) {
      return false;
    }
    Files.write(page, lines);
    out.println("written to " + page);
    return true;
  }
}
