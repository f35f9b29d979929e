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
import java.util.function.Supplier;

/**
 * Holds papers against one interest, one at a time, and tells why they match or what fails first.
 * It decides as the index does, clause by clause on the expression itself. What has to be worked
 * out of the interest is so once, however many papers there are.
 *
 * <p>Not safe for use by several threads.
 */
public final class Judge {

  /** How sure a match is that rests on nothing but categories, sources and the like. */
  public static final double SCORE_WITHOUT_CONTENT = 0.5;

  private final Expression interest;
  private final ClauseJudge clauses = new ClauseJudge();

  private Judge(Expression interest) {
    this.interest = interest;
  }

  /** A judge of an interest. */
  public static Judge of(Expression interest) {
    return new Judge(interest);
  }

  /** Judges an interest and one paper. */
  public static Judgement judge(Expression interest, ReadPaper paper) {
    return of(interest).judge(paper);
  }

  /** Judges a paper. */
  public Judgement judge(ReadPaper paper) {
    return switch (outcome(interest, paper)) {
      case Outcome.Holds(List<Reason> reasons, OptionalDouble score) ->
          new Judgement.Matches(reasons, score.orElse(SCORE_WITHOUT_CONTENT));
      case Outcome.Fails(Expression condition, Supplier<String> because) ->
          new Judgement.Misses(condition, because.get());
    };
  }

  /**
   * What comes of a part; a score is there if the content of the paper was asked for. Why it fails
   * is put into words only for who asks, since of an OR most parts fail and nobody does.
   */
  sealed interface Outcome {

    record Holds(List<Reason> reasons, OptionalDouble score) implements Outcome {}

    record Fails(Expression condition, Supplier<String> because) implements Outcome {}
  }

  private Outcome outcome(Expression expression, ReadPaper paper) {
    return switch (expression) {
      case All(List<Expression> parts) -> all(parts, paper);
      case Any any -> any(any, paper);
      case Not not -> not(not, paper);
      case Clause clause -> clauses.judge(clause, paper);
    };
  }

  /** As sure as the least sure part. */
  private Outcome all(List<Expression> parts, ReadPaper paper) {
    List<Reason> reasons = new ArrayList<>();
    OptionalDouble score = OptionalDouble.empty();
    for (Expression part : parts) {
      switch (outcome(part, paper)) {
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
  private Outcome any(Any any, ReadPaper paper) {
    List<Reason> reasons = new ArrayList<>();
    OptionalDouble score = OptionalDouble.empty();
    boolean holds = false;
    for (Expression part : any.parts()) {
      switch (outcome(part, paper)) {
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
        : new Outcome.Fails(any, () -> "it meets none of " + InterestPrinter.print(any));
  }

  private Outcome not(Not not, ReadPaper paper) {
    return switch (outcome(not.part(), paper)) {
      case Outcome.Holds(List<Reason> reasons, _) ->
          new Outcome.Fails(not, () -> has(not, reasons));
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
