package io.paperwire.notify.matching;

import io.paperwire.notify.matching.Followers.Following;
import io.paperwire.notify.matching.Interest.InTopic;
import io.paperwire.notify.matching.Paper.Tag;
import io.paperwire.topics.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Interests in topics, filed under the topic. A paper looks up its topics and all broader ones. */
final class TopicFile implements InterestFile<InTopic> {

  private static final int MOST_EVIDENCE = 3;

  private final Vocabulary vocabulary;
  private final Map<String, Followers> byTopic = new HashMap<>();

  TopicFile(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public void add(InTopic interest, Following following) {
    byTopic.computeIfAbsent(interest.topicId(), _ -> new Followers()).add(following);
  }

  @Override
  public void remove(InTopic interest, Following following) {
    byTopic.computeIfPresent(
        interest.topicId(),
        (_, followers) -> {
          followers.remove(following);
          return followers.isEmpty() ? null : followers;
        });
  }

  @Override
  public List<Finding> match(Paper paper) {
    Map<Followers, Finding> best = new HashMap<>();
    for (Tag tag : paper.topics()) {
      collect(tag.topicId(), tag, best);
      vocabulary.broader(tag.topicId()).forEach(topic -> collect(topic, tag, best));
    }
    return List.copyOf(best.values());
  }

  private void collect(String topic, Tag tag, Map<Followers, Finding> best) {
    Followers followers = byTopic.get(topic);
    if (followers != null) {
      best.merge(followers, finding(followers, topic, tag), TopicFile::surer);
    }
  }

  private static Finding surer(Finding first, Finding next) {
    return next.score() > first.score() ? next : first;
  }

  private static Finding finding(Followers followers, String topic, Tag tag) {
    String words = tag.evidence().stream().limit(MOST_EVIDENCE).collect(Collectors.joining(", "));
    return new Finding(followers, Reason.Kind.TOPIC, evidence(topic, tag, words), tag.score());
  }

  private static String evidence(String topic, Tag tag, String words) {
    boolean narrower = !tag.topicId().equals(topic);
    if (words.isEmpty()) {
      return tag.label();
    }
    return narrower ? tag.label() + " (" + words + ")" : words;
  }
}
