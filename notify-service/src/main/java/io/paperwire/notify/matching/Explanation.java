package io.paperwire.notify.matching;

import io.paperwire.index.Judge;
import io.paperwire.index.Judgement;
import io.paperwire.interest.Expression;
import io.paperwire.notify.matching.Interest.InAuthor;
import io.paperwire.notify.matching.Interest.InPhrase;
import io.paperwire.notify.matching.Interest.InQuery;
import io.paperwire.notify.matching.Interest.InTopic;
import io.paperwire.notify.matching.LikeThese.Nearness;
import io.paperwire.topics.ResearchTopic;
import io.paperwire.topics.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells why a paper is for a subscriber, interest by interest. */
public final class Explanation {

  private final Vocabulary vocabulary;

  /**
   * Explains in the words of a vocabulary.
   *
   * @param vocabulary gives topics their names
   */
  public Explanation(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** What a subscriber asks for, to be held against many papers. */
  public Wishes read(Subscription subscription) {
    return new Read(
        subscription.subscriberId(),
        subscription.interests().stream()
            .map(interest -> new ReadInterest(interest, reading(interest)))
            .toList());
  }

  /** An interest, and what comes of it for a paper. */
  private record ReadInterest(Interest interest, Function<PaperInView, Verdict> verdict) {}

  /** The interests of one subscriber. */
  private final class Read implements Wishes {

    private final String subscriberId;
    private final List<ReadInterest> interests;

    Read(String subscriberId, List<ReadInterest> interests) {
      this.subscriberId = subscriberId;
      this.interests = interests;
    }

    @Override
    public Optional<Match> explain(PaperInView paper) {
      List<Reason> reasons = new ArrayList<>();
      for (ReadInterest each : interests) {
        reason(each.interest(), each.verdict().apply(paper)).ifPresent(reasons::add);
      }
      return reasons.isEmpty() ? Optional.empty() : Optional.of(new Match(subscriberId, reasons));
    }

    @Override
    public boolean want(PaperInView paper) {
      return interests.stream()
          .anyMatch(
              each ->
                  switch (each.verdict().apply(paper)) {
                    case Verdict.Matches _ -> true;
                    case Verdict.Misses _ -> false;
                  });
    }
  }

  /**
   * Why a subscriber wants one paper, all their interests considered.
   *
   * @return nothing if they do not want it, which {@link SubscriptionIndex} says as well
   */
  public Optional<Match> explain(Subscription subscription, PaperInView paper) {
    return read(subscription).explain(paper);
  }

  /**
   * Why a paper matches an interest that was read before.
   *
   * @param expression what the interest asks for, as it says itself
   * @return nothing if it does not match
   */
  public Optional<Reason> reason(
      Interest.Asked interest, Expression expression, PaperInView paper) {
    return reason(interest, verdict(interest, Judge.of(expression), paper));
  }

  private Optional<Reason> reason(Interest interest, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Matches(String evidence, double score) ->
          Optional.of(new Reason(kind(interest), interest.id(), words(interest), evidence, score));
      case Verdict.Misses _ -> Optional.empty();
    };
  }

  /**
   * An interest that a paper does not match.
   *
   * @param interest in the subscriber's words
   * @param because what of it failed first
   */
  public record Miss(String interest, String because) {}

  /** The interests that do not match, each with what of it failed first. */
  public List<Miss> misses(Subscription subscription, PaperInView paper) {
    List<Miss> misses = new ArrayList<>();
    for (Interest interest : subscription.interests()) {
      switch (reading(interest).apply(paper)) {
        case Verdict.Matches _ -> {}
        case Verdict.Misses(String because) -> misses.add(new Miss(words(interest), because));
      }
    }
    return misses;
  }

  /** What comes of one interest. */
  private sealed interface Verdict {

    record Matches(String evidence, double score) implements Verdict {}

    record Misses(String because) implements Verdict {}
  }

  /** Holds papers against an interest, which is read here and not for each of them. */
  private static Function<PaperInView, Verdict> reading(Interest interest) {
    return switch (interest) {
      case Interest.Asked asked -> {
        Judge judge = Judge.of(asked.expression());
        yield paper -> verdict(asked, judge, paper);
      }
      case LikeThese like -> paper -> verdict(like, paper);
    };
  }

  private static Verdict verdict(LikeThese interest, PaperInView paper) {
    return switch (interest.judge(paper)) {
      case Nearness.Near(LikeThese.Example nearest, _, double score) ->
          new Verdict.Matches(nearest.title(), score);
      case Nearness.Far(String because) -> new Verdict.Misses(because);
    };
  }

  private static Verdict verdict(Interest.Asked interest, Judge judge, PaperInView paper) {
    return switch (judge.judge(paper.read())) {
      case Judgement.Matches(List<io.paperwire.index.Reason> why, double score) ->
          new Verdict.Matches(evidence(interest, why), score);
      case Judgement.Misses(_, String because) -> new Verdict.Misses(because);
    };
  }

  private static Reason.Kind kind(Interest interest) {
    return switch (interest) {
      case InTopic _ -> Reason.Kind.TOPIC;
      case InPhrase _ -> Reason.Kind.PHRASE;
      case InAuthor _ -> Reason.Kind.AUTHOR;
      case InQuery _ -> Reason.Kind.QUERY;
      case LikeThese _ -> Reason.Kind.LIKE;
    };
  }

  /** An interest in the subscriber's words; a topic by its name. */
  public String words(Interest interest) {
    return switch (interest) {
      case InTopic topic ->
          vocabulary.topic(topic.topicId()).map(ResearchTopic::label).orElse(topic.topicId());
      case InPhrase phrase -> phrase.text();
      case InAuthor author -> author.name();
      case InQuery query -> query.text();
      case LikeThese like -> like.name();
    };
  }

  /** An interest in an author has its score; in a query the evidence must say how sure it is. */
  private static String evidence(Interest.Asked interest, List<io.paperwire.index.Reason> reasons) {
    Function<io.paperwire.index.Reason, String> said =
        switch (interest) {
          case InAuthor _ -> io.paperwire.index.Reason::evidence;
          case InTopic _, InPhrase _, InQuery _ -> io.paperwire.index.Reason::told;
        };
    return reasons.stream().map(said).distinct().collect(Collectors.joining("; "));
  }
}
