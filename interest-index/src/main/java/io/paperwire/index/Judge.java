package io.paperwire.index;

import io.paperwire.interest.Clause;
import io.paperwire.interest.Expression;
import io.paperwire.interest.Expression.All;
import io.paperwire.interest.Expression.Any;
import io.paperwire.interest.Expression.Not;
import io.paperwire.interest.InterestPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Holds one paper against one interest and tells why it matches or what fails first. It decides as
 * the index does, clause by clause on the expression itself, and is for one pair at a time.
 */
public final class Judge {

  /** How sure a match is that rests on nothing but categories, sources and the like. */
  public static final double SCORE_WITHOUT_CONTENT = 0.5;

  private final ReadPaper paper;

  private Judge(ReadPaper paper) {
    this.paper = paper;
  }

  /** Judges an interest and a paper. */
  public static Judgement judge(Expression interest, ReadPaper paper) {
    return switch (new Judge(paper).outcome(interest)) {
      case Outcome.Holds(List<Reason> reasons, OptionalDouble score) ->
          new Judgement.Matches(reasons, score.orElse(SCORE_WITHOUT_CONTENT));
      case Outcome.Fails(Expression condition, String because) ->
          new Judgement.Misses(condition, because);
    };
  }

  /** What comes of a part; a score is there if the content of the paper was asked for. */
  sealed interface Outcome {

    record Holds(List<Reason> reasons, OptionalDouble score) implements Outcome {}

    record Fails(Expression condition, String because) implements Outcome {}
  }

  private Outcome outcome(Expression expression) {
    return switch (expression) {
      case All(List<Expression> parts) -> all(parts);
      case Any any -> any(any);
      case Not not -> not(not);
      case Clause clause -> ClauseJudge.judge(clause, paper);
    };
  }

  /** As sure as the least sure part. */
  private Outcome all(List<Expression> parts) {
    List<Reason> reasons = new ArrayList<>();
    OptionalDouble score = OptionalDouble.empty();
    for (Expression part : parts) {
      switch (outcome(part)) {
        case Outcome.Holds holds -> {
          reasons.addAll(holds.reasons());
          score = lower(score, holds.score());
        }
        case Outcome.Fails fails -> {
          return fails;
        }
      }
    }
    return new Outcome.Holds(reasons, score);
  }

  /** As sure as the surest part. */
  private Outcome any(Any any) {
    List<Reason> reasons = new ArrayList<>();
    OptionalDouble score = OptionalDouble.empty();
    boolean holds = false;
    for (Expression part : any.parts()) {
      switch (outcome(part)) {
        case Outcome.Holds held -> {
          holds = true;
          reasons.addAll(held.reasons());
          score = higher(score, held.score());
        }
        case Outcome.Fails _ -> {}
      }
    }
    return holds
        ? new Outcome.Holds(reasons, score)
        : new Outcome.Fails(any, "it meets none of " + InterestPrinter.print(any));
  }

  private Outcome not(Not not) {
    return switch (outcome(not.part())) {
      case Outcome.Holds(List<Reason> reasons, _) -> new Outcome.Fails(not, has(not, reasons));
      case Outcome.Fails _ -> new Outcome.Holds(List.of(), OptionalDouble.empty());
    };
  }

  private static String has(Not not, List<Reason> reasons) {
    return reasons.isEmpty()
        ? "it meets " + InterestPrinter.print(not.part())
        : "it has '" + reasons.getFirst().told() + "', and that was ruled out";
  }

  private static OptionalDouble lower(OptionalDouble one, OptionalDouble other) {
    return one.isPresent() && other.isPresent()
        ? OptionalDouble.of(Math.min(one.getAsDouble(), other.getAsDouble()))
        : (one.isPresent() ? one : other);
  }

  private static OptionalDouble higher(OptionalDouble one, OptionalDouble other) {
    return one.isPresent() && other.isPresent()
        ? OptionalDouble.of(Math.max(one.getAsDouble(), other.getAsDouble()))
        : (one.isPresent() ? one : other);
  }
}
