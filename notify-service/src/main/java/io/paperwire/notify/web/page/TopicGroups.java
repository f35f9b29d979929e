package io.paperwire.notify.web.page;

import io.paperwire.notify.role.WebRole;
import io.paperwire.topics.ResearchTopic;
import io.paperwire.topics.Vocabulary;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The topics to choose from, in groups that a person can look through. Each topic stands in the
 * group of the nearest large topic that it is a part of; of several, in that of the one which has
 * few topics otherwise.
 */
@Singleton
@WebRole
public class TopicGroups {

  /** A topic with so many narrower ones has a group of its own; so has a whole field. */
  private static final int LARGE = 10;

  /** A group of fewer topics is not worth a heading. */
  private static final int LEAST = 3;

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
  private final Map<String, String> shortNames;
  private final int count;

  /** Made by Micronaut. */
  public TopicGroups(Vocabulary vocabulary) {
    Set<String> heads = heads(vocabulary);
    Map<String, List<ResearchTopic>> byHead = grouped(vocabulary, heads, small(vocabulary, heads));
    this.groups = byHead.values().stream().map(TopicGroups::group).toList();
    this.shortNames =
        vocabulary.topics().stream()
            .collect(Collectors.toMap(ResearchTopic::id, TopicGroups::shortNames));
    this.count = vocabulary.topics().size();
  }

  /** The groups in the order of the vocabulary. */
  public List<Group> groups() {
    return groups;
  }

  /**
   * What else people call a topic in one word, such as LLM and ChatGPT, and how its label's words
   * are spelt in Britain, with commas between; empty if nothing, or only what its label says. Each
   * page with all topics carries these, so names of several words are left out: they are five times
   * as much.
   */
  public String shortNames(String topic) {
    return shortNames.getOrDefault(topic, "");
  }

  /** How many topics there are. */
  public int count() {
    return count;
  }

  /**
   * The fields and the large topics, without those of whose parts other large topics leave too few:
   * such a topic stands among the others of the next larger one.
   */
  private static Set<String> heads(Vocabulary vocabulary) {
    Set<String> heads =
        vocabulary.topics().stream()
            .filter(topic -> isField(topic) || vocabulary.narrower(topic.id()).size() >= LARGE)
            .map(ResearchTopic::id)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    boolean less = true;
    while (less) {
      less =
          small(vocabulary, heads).stream()
              .filter(id -> vocabulary.topic(id).filter(TopicGroups::isField).isEmpty())
              .findFirst()
              .map(heads::remove)
              .orElse(false);
    }
    return heads;
  }

  /** The heads that would stand over too few topics. */
  private static Set<String> small(Vocabulary vocabulary, Set<String> heads) {
    return grouped(vocabulary, heads, Set.of()).entrySet().stream()
        .filter(group -> group.getValue().size() < LEAST)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String shortNames(ResearchTopic topic) {
    String label = topic.label().toLowerCase(Locale.ROOT);
    Stream<String> british =
        Stream.of(label.split("[^\\p{L}]+", -1)).flatMap(word -> BritishSpelling.of(word).stream());
    return Stream.concat(
            Stream.concat(topic.aliases().stream(), topic.inContext().stream())
                .filter(
                    name ->
                        name.indexOf(' ') < 0 && !label.contains(name.toLowerCase(Locale.ROOT))),
            british)
        .distinct()
        .collect(Collectors.joining(","));
  }

  private static boolean isField(ResearchTopic topic) {
    return topic.broader().isEmpty();
  }

  /**
   * Topics by the head of their group.
   *
   * @param wanting heads that get their own parts even if these are parts of another one as well
   */
  private static Map<String, List<ResearchTopic>> grouped(
      Vocabulary vocabulary, Set<String> heads, Set<String> wanting) {
    Map<String, List<ResearchTopic>> byHead = new LinkedHashMap<>();
    vocabulary.topics().stream()
        .filter(topic -> heads.contains(topic.id()))
        .forEach(head -> byHead.put(head.id(), new ArrayList<>(List.of(head))));
    vocabulary.topics().stream()
        .filter(topic -> !heads.contains(topic.id()))
        .sorted(Comparator.comparing(ResearchTopic::label, String.CASE_INSENSITIVE_ORDER))
        .forEach(
            topic ->
                Stream.concat(
                        topic.broader().stream().filter(wanting::contains),
                        vocabulary.broader(topic.id()).stream().filter(heads::contains))
                    .findFirst()
                    .map(byHead::get)
                    .orElseThrow()
                    .add(topic));
    return byHead;
  }

  private static Group group(List<ResearchTopic> topics) {
    return new Group(
        topics.getFirst().label(),
        topics.stream().map(topic -> new TopicLink(topic.id(), topic.label())).toList());
  }
}
