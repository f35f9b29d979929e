package io.paperwire.notify.web.page;

import io.paperwire.notify.role.WebRole;
import io.paperwire.topics.ResearchTopic;
import io.paperwire.topics.Vocabulary;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The topics to choose from, in groups that a person can look through. Each topic stands in the
 * group of the nearest large topic that it is a part of.
 */
@Singleton
@WebRole
public class TopicGroups {

  /** A topic with so many narrower ones has a group of its own; so has a whole field. */
  private static final int LARGE = 10;

  /**
   * A group.
   *
   * @param label name of its large topic
   * @param topics the large topic first, then the others by name
   */
  public record Group(String label, List<TopicLink> topics) {

    public Group {
      topics = List.copyOf(topics);
    }
  }

  private final List<Group> groups;
  private final int count;

  /** Made by Micronaut. */
  public TopicGroups(Vocabulary vocabulary) {
    Map<String, List<ResearchTopic>> byHead = new LinkedHashMap<>();
    vocabulary.topics().stream()
        .filter(topic -> isHead(topic, vocabulary))
        .forEach(head -> byHead.put(head.id(), new ArrayList<>(List.of(head))));
    vocabulary.topics().stream()
        .filter(topic -> !byHead.containsKey(topic.id()))
        .sorted(Comparator.comparing(ResearchTopic::label, String.CASE_INSENSITIVE_ORDER))
        .forEach(
            topic ->
                vocabulary.broader(topic.id()).stream()
                    .filter(byHead::containsKey)
                    .findFirst()
                    .map(byHead::get)
                    .orElseThrow()
                    .add(topic));
    this.groups = byHead.values().stream().map(TopicGroups::group).toList();
    this.count = vocabulary.topics().size();
  }

  /** The groups in the order of the vocabulary. */
  public List<Group> groups() {
    return groups;
  }

  /** How many topics there are. */
  public int count() {
    return count;
  }

  private static boolean isHead(ResearchTopic topic, Vocabulary vocabulary) {
    return topic.broader().isEmpty() || vocabulary.narrower(topic.id()).size() >= LARGE;
  }

  private static Group group(List<ResearchTopic> topics) {
    return new Group(
        topics.getFirst().label(),
        topics.stream().map(topic -> new TopicLink(topic.id(), topic.label())).toList());
  }
}
