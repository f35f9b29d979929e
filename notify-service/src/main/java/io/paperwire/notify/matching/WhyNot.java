package io.paperwire.notify.matching;

import io.paperwire.notify.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers "why did I not get this paper": the first condition that failed, of those that a paper
 * has to meet on its way into a digest.
 */
public final class WhyNot {

  /** A paper takes so long at most to be read and matched, besides what it is held back. */
  private static final Duration MARGIN = Duration.ofMinutes(45);

  private final Explanation explanation;
  private final Duration memory;
  private final Duration atOnce;

  /**
   * Answers as matching decides.
   *
   * @param explanation tells why interests match
   * @param memory how old a paper may be
   * @param patience how long papers of a backlog are held back from those who hear at once
   */
  public WhyNot(Explanation explanation, Duration memory, Duration patience) {
    this.explanation = explanation;
    this.memory = memory;
    this.atOnce = patience.plus(MARGIN);
  }

  /**
   * A paper in question.
   *
   * @param read what matching reads of it
   * @param firstSeen when Paperwire first saw it
   * @param withdrawn whether it was withdrawn
   */
  public record Asked(PaperInView read, Instant firstSeen, boolean withdrawn) {}

  /**
   * Who asks.
   *
   * @param subscription what they want to hear about
   * @param activeSince when the subscription was confirmed
   * @param schedule when their digests are due
   * @param told the digest in which they were told of the paper, if they were
   */
  public record Asking(
      Subscription subscription, Instant activeSince, Schedule schedule, Optional<Told> told) {

    /** The same, with one interest more. */
    public Asking with(Interest interest) {
      List<Interest> interests = new ArrayList<>(subscription.interests());
      interests.add(interest);
      return new Asking(
          new Subscription(subscription.subscriberId(), subscription.revision(), interests),
          activeSince,
          schedule,
          told);
    }
  }

  /** Why, or that it is on its way. */
  public sealed interface Answer {}

  /**
   * It was told.
   *
   * @param digestId in which digest
   * @param at when
   * @param outcome what became of the digest's mail, such as {@code sent}
   */
  public record Told(String digestId, Instant at, String outcome) implements Answer {}

  /** It was withdrawn. */
  public record Withdrawn() implements Answer {}

  /** It was known before the subscription began. */
  public record KnownBefore(Instant firstSeen, Instant activeSince) implements Answer {}

  /** It is older than papers may be. */
  public record TooOld(Instant firstSeen, Duration memory) implements Answer {}

  /**
   * No interest matches.
   *
   * @param misses each interest with what failed
   */
  public record NoInterest(List<Explanation.Miss> misses) implements Answer {
    public NoInterest {
      misses = List.copyOf(misses);
    }
  }

  /**
   * It matches, and is told in the next digest.
   *
   * @param match why it matches
   * @param due when the next digest is due
   */
  public record OnItsWay(Match match, Instant due) implements Answer {}

  /**
   * It matches, and a digest was due since it was known. What happened then is not known: mails are
   * remembered for a time only, a digest holds so many papers, and the interest may be younger.
   *
   * @param match why it matches
   * @param firstSeen when Paperwire first saw the paper
   * @param due when the next digest is due
   */
  public record Passed(Match match, Instant firstSeen, Instant due) implements Answer {}

  /** The answer as of now. */
  public Answer answer(Asking asking, Asked paper, Instant now) {
    if (asking.told().isPresent()) {
      return asking.told().get();
    }
    if (paper.withdrawn()) {
      return new Withdrawn();
    }
    if (paper.firstSeen().isBefore(asking.activeSince())) {
      return new KnownBefore(paper.firstSeen(), asking.activeSince());
    }
    if (paper.firstSeen().isBefore(now.minus(memory))) {
      return new TooOld(paper.firstSeen(), memory);
    }
    Optional<Match> match = explanation.explain(asking.subscription(), paper.read());
    if (match.isEmpty()) {
      return new NoInterest(explanation.misses(asking.subscription(), paper.read()));
    }
    Instant due = asking.schedule().firstAfter(now);
    return paper.firstSeen().isBefore(lastDue(asking.schedule(), now))
        ? new Passed(match.get(), paper.firstSeen(), due)
        : new OnItsWay(match.get(), due);
  }

  /** When a digest was due, so long ago that it is made by now. */
  private Instant lastDue(Schedule schedule, Instant now) {
    return switch (schedule) {
      case Schedule.AtOnce _ -> now.minus(atOnce);
      case Schedule.Daily _, Schedule.Weekly _ -> schedule.lastUpTo(now);
    };
  }
}
