package io.paperwire.notify.matching;

import io.paperwire.index.Judge;
import io.paperwire.index.Judgement;
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

  /**
   * Why a subscriber wants a paper, all their interests considered.
   *
   * @return nothing if they do not want it, which {@link SubscriptionIndex} says as well
   */
  public Optional<Match> explain(Subscription subscription, PaperInView paper) {
    List<Reason> reasons = new ArrayList<>();
    for (Interest interest : subscription.interests()) {
      switch (verdict(interest, paper)) {
        case Verdict.Matches(String evidence, double score) ->
            reasons.add(
                new Reason(kind(interest), interest.id(), words(interest), evidence, score));
        case Verdict.Misses _ -> {}
      }
    }
    return reasons.isEmpty()
        ? Optional.empty()
        : Optional.of(new Match(subscription.subscriberId(), reasons));
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
      switch (verdict(interest, paper)) {
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

  private static Verdict verdict(Interest interest, PaperInView paper) {
    return switch (interest) {
      case Interest.Asked asked ->
          switch (Judge.judge(asked.expression(), paper.read())) {
            case Judgement.Matches(List<io.paperwire.index.Reason> why, double score) ->
                new Verdict.Matches(evidence(why), score);
            case Judgement.Misses(_, String because) -> new Verdict.Misses(because);
          };
      case LikeThese like ->
          switch (like.judge(paper.meaning())) {
            case Nearness.Near(LikeThese.Example nearest, _, double score) ->
                new Verdict.Matches(nearest.title(), score);
            case Nearness.Far(String because) -> new Verdict.Misses(because);
          };
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

  private static String evidence(List<io.paperwire.index.Reason> reasons) {
    return reasons.stream()
        .map(io.paperwire.index.Reason::evidence)
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
