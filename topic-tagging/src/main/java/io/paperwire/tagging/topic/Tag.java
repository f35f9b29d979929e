package io.paperwire.tagging.topic;

import java.util.List;

/**
 * A topic that a paper is about.
 *
 * @param topic id of the topic in the vocabulary
 * @param label the topic's name for readers
 * @param score how sure it is, in [0, 1]: of tags at 0.8 about 8 in 10 are right
 * @param evidence the words of the paper that speak for it, first ones first; or, where it names
 *     the topic nowhere, the most similar paper that does, as {@link #like} puts it
 */
public record Tag(String topic, String label, double score, List<String> evidence) {

  public Tag {
    evidence = List.copyOf(evidence);
  }

  /** The evidence that a paper is similar to one with this title. */
  public static String like(String title) {
    return "like “" + title + "”";
  }
}
