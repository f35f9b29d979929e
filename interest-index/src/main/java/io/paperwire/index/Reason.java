package io.paperwire.index;

import io.paperwire.interest.Clause;

/**
 * One clause of an interest that a paper meets, and what in the paper speaks for it.
 *
 * @param clause the clause
 * @param evidence what meets it, as it stands in the paper: words, an author, a topic's name
 * @param score how sure it is, in [0, 1]
 */
public record Reason(Clause clause, String evidence, double score) {

  /** From here on a name is as good as certain: a given name that is written out agrees. */
  public static final double CERTAIN_AUTHOR = 0.85;

  /** From here on a name is likely the author's: the initials agree. */
  public static final double LIKELY_AUTHOR = 0.5;

  /** The evidence, and of an author whose name may be another's how sure it is. */
  public String told() {
    if (!(clause instanceof Clause.Author) || score >= CERTAIN_AUTHOR) {
      return evidence;
    }
    return (score >= LIKELY_AUTHOR ? "probably " : "perhaps ") + evidence;
  }
}
