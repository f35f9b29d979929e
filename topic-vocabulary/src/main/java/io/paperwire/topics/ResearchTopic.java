package io.paperwire.topics;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A research topic.
 *
 * @param id stable name in kebab case, by which subscriptions and tags refer to it
 * @param label name for readers
 * @param broader ids of the topics of which it is a part; empty for a whole field
 * @param combines ids of topics; a paper whose title is about all of them is about this topic, even
 *     if it does not name it
 * @param aliases phrases that mean the topic wherever they stand, beside the label
 * @param inContext phrases that mean the topic only near it; the label may be one of them
 * @param categories arXiv categories whose papers are likely about it
 */
public record ResearchTopic(
    String id,
    String label,
    List<String> broader,
    List<String> combines,
    List<String> aliases,
    List<String> inContext,
    Set<String> categories) {

  public ResearchTopic {
    broader = List.copyOf(broader);
    combines = List.copyOf(combines);
    aliases = List.copyOf(aliases);
    inContext = List.copyOf(inContext);
    categories = Set.copyOf(categories);
  }

  /** The phrases that mean the topic wherever they stand, the label first if it is one of them. */
  public List<String> phrases() {
    return inContext.contains(label)
        ? aliases
        : Stream.concat(Stream.of(label), aliases.stream()).toList();
  }
}
