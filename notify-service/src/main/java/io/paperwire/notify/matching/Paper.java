package io.paperwire.notify.matching;

import java.util.List;

/**
 * What matching reads of a paper.
 *
 * @param id canonical id
 * @param title title
 * @param abstractText abstract; empty if there is none
 * @param authors names of the authors in order
 * @param topics the topics it was tagged with
 */
public record Paper(
    String id, String title, String abstractText, List<String> authors, List<Tag> topics) {

  public Paper {
    authors = List.copyOf(authors);
    topics = List.copyOf(topics);
  }

  /**
   * A topic that a paper is about.
   *
   * @param topicId id in the vocabulary
   * @param label the topic's name for readers
   * @param score how sure it is, in [0, 1]
   * @param evidence words of the paper that speak for it
   */
  public record Tag(String topicId, String label, double score, List<String> evidence) {

    public Tag {
      if (!(score >= 0 && score <= 1)) {
        throw new IllegalArgumentException(
            "the score of topic " + topicId + " is in [0, 1], not " + score);
      }
      evidence = List.copyOf(evidence);
    }
  }
}
