package io.paperwire.standalone.cli;

import io.paperwire.bench.relevance.Evaluation;
import io.paperwire.bench.relevance.Placing;
import io.paperwire.likeness.LearntTerms;
import io.paperwire.notify.matching.Taste;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Whether the papers that somebody wants would stand on top of a digest of their day if taste alone
 * ordered it, and what the vectors and the words of their examples bring to that.
 */
final class DigestOrderEvaluation implements Evaluation {

  private final List<TastedDay> days;

  /**
   * An evaluation.
   *
   * @param days days of several people; those on which nothing can be found are left out
   */
  DigestOrderEvaluation(List<TastedDay> days) {
    this.days = days.stream().filter(TastedDay::canBeFound).toList();
  }

  @Override
  public String title() {
    return "The order of a digest";
  }

  @Override
  public Outcome run() {
    if (days.isEmpty()) {
      return new Outcome.Skipped(
          "there is no day to order: --profiles FILE --wanted FILE --profile-papers FILE");
    }
    List<String> page = new ArrayList<>(Placing.head());
    page.add(
        row(
            "nearness to the nearest like",
            day -> new Taste(day.likes(), List.of(), LearntTerms.NONE, LearntTerms.NONE)));
    page.add(
        row(
            "words of the likes",
            day -> new Taste(List.of(), List.of(), day.liked(), LearntTerms.NONE)));
    page.add(
        row(
            "**both, as digests do**",
            day -> new Taste(day.likes(), List.of(), day.liked(), LearntTerms.NONE)));
    return new Outcome.Measured(page);
  }

  private String row(String name, Function<TastedDay, Taste> taste) {
    Placing placing = new Placing();
    for (TastedDay day : days) {
      placing.add(day.orderedBy(taste.apply(day)), day.wanted());
    }
    return placing.row(name);
  }
}
