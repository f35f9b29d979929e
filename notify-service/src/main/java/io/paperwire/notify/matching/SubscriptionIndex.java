package io.paperwire.notify.matching;

import io.paperwire.index.Filing;
import io.paperwire.index.InterestIndex;
import io.paperwire.index.Judge;
import io.paperwire.index.Judgement;
import io.paperwire.index.Matcher;
import io.paperwire.index.Paper;
import io.paperwire.index.PaperReader;
import io.paperwire.index.ReadPaper;
import io.paperwire.notify.matching.Interest.InAuthor;
import io.paperwire.notify.matching.Interest.InPhrase;
import io.paperwire.notify.matching.Interest.InQuery;
import io.paperwire.notify.matching.Interest.InTopic;
import io.paperwire.topics.ResearchTopic;
import io.paperwire.topics.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The interests of many subscribers, in memory, asked paper by paper who wants to hear of it.
 *
 * <p>Not safe for use by several threads.
 */
public final class SubscriptionIndex {

  private final Vocabulary vocabulary;
  private final PaperReader reader;
  private final InterestIndex index = new InterestIndex();
  private final Matcher matcher = index.matcher();

  /** By the numbers of the index; what is left behind by a removed interest is never asked for. */
  private final List<Following> followings = new ArrayList<>();

  private final Map<String, Filed> subscribers = new HashMap<>();

  private record Following(String subscriberId, Interest interest) {}

  /** What is filed of one subscriber. */
  private static final class Filed {
    final long revision;
    final int[] numbers;

    Filed(long revision, int[] numbers) {
      this.revision = revision;
      this.numbers = numbers;
    }
  }

  /**
   * An empty index.
   *
   * @param vocabulary tells which topics are narrower than others, and their names
   */
  public SubscriptionIndex(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.reader = new PaperReader(vocabulary);
  }

  /**
   * Adds a subscriber, or puts other interests in place of those that they had.
   *
   * @return whether it was done; false if this or a newer revision is there already
   */
  public boolean put(Subscription subscription) {
    Filed old = subscribers.get(subscription.subscriberId());
    if (old != null && old.revision >= subscription.revision()) {
      return false;
    }
    remove(subscription.subscriberId());
    int[] numbers =
        subscription.interests().stream()
            .mapToInt(interest -> file(new Following(subscription.subscriberId(), interest)))
            .toArray();
    subscribers.put(subscription.subscriberId(), new Filed(subscription.revision(), numbers));
    return true;
  }

  /** Interests are checked when they are made, so each is taken. */
  private int file(Following following) {
    return switch (index.add(following.interest().expression())) {
      case Filing.Filed(int number) -> {
        if (number == followings.size()) {
          followings.add(following);
        } else {
          followings.set(number, following);
        }
        yield number;
      }
      case Filing.Refused(String reason) ->
          throw new IllegalStateException(following.interest().id() + ": " + reason);
    };
  }

  /** Removes a subscriber with all interests; does nothing if they are not there. */
  public void remove(String subscriberId) {
    Filed filed = subscribers.remove(subscriberId);
    if (filed != null) {
      for (int number : filed.numbers) {
        index.remove(number);
      }
    }
  }

  /** How many subscribers there are. */
  public int subscribers() {
    return subscribers.size();
  }

  /** Who wants to hear of a paper, and why; each subscriber once, in no particular order. */
  public List<Match> match(Paper paper) {
    ReadPaper read = reader.read(paper);
    index.observe(read);
    Map<String, List<Reason>> reasons = new HashMap<>();
    matcher.match(
        read,
        number -> {
          Following following = followings.get(number);
          reasons
              .computeIfAbsent(following.subscriberId(), _ -> new ArrayList<>(1))
              .add(reason(following.interest(), read));
        });
    List<Match> matches = new ArrayList<>(reasons.size());
    reasons.forEach((subscriberId, why) -> matches.add(new Match(subscriberId, why)));
    return matches;
  }

  private Reason reason(Interest interest, ReadPaper paper) {
    return switch (Judge.judge(interest.expression(), paper)) {
      case Judgement.Matches(List<io.paperwire.index.Reason> reasons, double score) ->
          new Reason(kind(interest), interest.id(), words(interest), evidence(reasons), score);
      case Judgement.Misses(_, String because) ->
          throw new IllegalStateException(
              "index and judge disagree on interest " + interest.id() + ": " + because);
    };
  }

  private static Reason.Kind kind(Interest interest) {
    return switch (interest) {
      case InTopic _ -> Reason.Kind.TOPIC;
      case InPhrase _ -> Reason.Kind.PHRASE;
      case InAuthor _ -> Reason.Kind.AUTHOR;
      case InQuery _ -> Reason.Kind.QUERY;
    };
  }

  private String words(Interest interest) {
    return switch (interest) {
      case InTopic topic ->
          vocabulary.topic(topic.topicId()).map(ResearchTopic::label).orElse(topic.topicId());
      case InPhrase phrase -> phrase.text();
      case InAuthor author -> author.name();
      case InQuery query -> query.text();
    };
  }

  private static String evidence(List<io.paperwire.index.Reason> reasons) {
    return reasons.stream()
        .map(io.paperwire.index.Reason::evidence)
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
