package io.paperwire.notify.matching;

/**
 * Why a paper matches: one interest, and what in the paper speaks for it.
 *
 * @param kind what matched
 * @param interestId id of the interest
 * @param interest the interest in the subscriber's words; a topic by its name
 * @param evidence what matched, as it stands in the paper, or the narrower topic
 * @param score how sure it is, in [0, 1]
 */
public record Reason(Kind kind, String interestId, String interest, String evidence, double score) {

  /** What matched. */
  public enum Kind {
    /** A topic of the paper. */
    TOPIC,
    /** A phrase in its title or abstract. */
    PHRASE,
    /** One of its authors. */
    AUTHOR,
    /** An expression of the interest language. */
    QUERY,
    /** A paper that the subscriber likes, to which it is near. */
    LIKE
  }
}
