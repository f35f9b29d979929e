package io.paperwire.index;

import io.paperwire.interest.Clause;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What interests ask of a paper.
 *
 * @param id canonical id
 * @param title title
 * @param abstractText abstract; empty if there is none
 * @param authors authors in order
 * @param categories codes of categories, as the source writes them
 * @param likelyCategories codes of arXiv's categories in which it belongs by its words; none where
 *     a source gives one of them
 * @param topics the topics it was tagged with
 * @param sources names of the sources that told of it
 * @param kind what happened to it last, if that is known
 * @param contribution what it contributes, if that is known
 * @param code whether it has code that one can read
 * @param trending whether it gets much attention right now
 */
public record Paper(
    String id,
    String title,
    String abstractText,
    List<Author> authors,
    List<String> categories,
    List<String> likelyCategories,
    List<Tag> topics,
    Set<String> sources,
    Optional<Clause.Kind> kind,
    Optional<Clause.Contribution> contribution,
    boolean code,
    boolean trending) {

  public Paper {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    likelyCategories = List.copyOf(likelyCategories);
    topics = List.copyOf(topics);
    sources = Set.copyOf(sources);
  }

  /**
   * Someone who wrote a paper.
   *
   * @param name display name
   * @param orcid ORCID iD in its form with hyphens, if the source gives one
   */
  public record Author(String name, Optional<String> orcid) {}

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
