package io.paperwire.index;

import io.paperwire.interest.Clause;

/**
 * One clause of an interest that a paper meets, and what in the paper speaks for it.
 *
 * @param clause the clause
 * @param evidence what meets it, as it stands in the paper: words, an author, a topic's name
 * @param score how sure it is, in [0, 1]
 */
public record Reason(Clause clause, String evidence, double score) {}
