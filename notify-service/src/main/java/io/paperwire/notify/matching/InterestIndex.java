package io.paperwire.notify.matching;

import io.paperwire.notify.matching.Followers.Following;
import io.paperwire.notify.matching.Interest.InAuthor;
import io.paperwire.notify.matching.Interest.InPhrase;
import io.paperwire.notify.matching.Interest.InTopic;
import io.paperwire.topics.ResearchTopic;
import io.paperwire.topics.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The interests of many subscribers, in memory, asked paper by paper who wants to hear of it.
 *
 * <p>Not safe for use by several threads.
 */
public final class InterestIndex {

  private final Vocabulary vocabulary;
  private final TopicFile topics;
  private final PhraseFile phrases = new PhraseFile();
  private final AuthorFile authors = new AuthorFile();
  private final Map<String, Filed> subscribers = new HashMap<>();

  private record Filed(long revision, List<Following> followings) {}

  /**
   * An empty index.
   *
   * @param vocabulary tells which topics are narrower than others, and their names
   */
  public InterestIndex(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.topics = new TopicFile(vocabulary);
  }

  /**
   * Adds a subscriber, or puts other interests in place of those that they had.
   *
   * @return whether it was done; false if this or a newer revision is there already
   */
  public boolean put(Subscription subscription) {
    Filed old = subscribers.get(subscription.subscriberId());
    if (old != null && old.revision() >= subscription.revision()) {
      return false;
    }
    remove(subscription.subscriberId());
    List<Following> followings = new ArrayList<>(subscription.interests().size());
    for (Interest interest : subscription.interests()) {
      Following following = new Following(subscription.subscriberId(), interest);
      add(following);
      followings.add(following);
    }
    subscribers.put(
        subscription.subscriberId(), new Filed(subscription.revision(), List.copyOf(followings)));
    return true;
  }

  /** Removes a subscriber with all interests; does nothing if they are not there. */
  public void remove(String subscriberId) {
    Filed filed = subscribers.remove(subscriberId);
    if (filed != null) {
      filed.followings().forEach(this::remove);
    }
  }

  /** How many subscribers there are. */
  public int subscribers() {
    return subscribers.size();
  }

  /** Who wants to hear of a paper, and why; each subscriber once, in no particular order. */
  public List<Match> match(Paper paper) {
    Map<String, List<Reason>> reasons = new HashMap<>();
    for (InterestFile<?> file : List.of(topics, phrases, authors)) {
      for (Finding finding : file.match(paper)) {
        for (Following following : finding.followers().all()) {
          reasons
              .computeIfAbsent(following.subscriberId, _ -> new ArrayList<>(1))
              .add(reason(following.interest, finding));
        }
      }
    }
    List<Match> matches = new ArrayList<>(reasons.size());
    reasons.forEach((subscriberId, why) -> matches.add(new Match(subscriberId, why)));
    return matches;
  }

  private Reason reason(Interest interest, Finding finding) {
    return new Reason(
        finding.kind(), interest.id(), words(interest), finding.evidence(), finding.score());
  }

  private String words(Interest interest) {
    return switch (interest) {
      case InTopic topic ->
          vocabulary.topic(topic.topicId()).map(ResearchTopic::label).orElse(topic.topicId());
      case InPhrase phrase -> phrase.text();
      case InAuthor author -> author.name();
    };
  }

  private void add(Following following) {
    switch (following.interest) {
      case InTopic topic -> topics.add(topic, following);
      case InPhrase phrase -> phrases.add(phrase, following);
      case InAuthor author -> authors.add(author, following);
    }
  }

  private void remove(Following following) {
    switch (following.interest) {
      case InTopic topic -> topics.remove(topic, following);
      case InPhrase phrase -> phrases.remove(phrase, following);
      case InAuthor author -> authors.remove(author, following);
    }
  }
}
