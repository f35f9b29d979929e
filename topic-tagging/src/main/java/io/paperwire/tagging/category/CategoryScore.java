package io.paperwire.tagging.category;

/**
 * An arXiv category that a paper may belong in.
 *
 * @param category code of the category, for example "cs.CL"
 * @param score probability that it is the paper's primary category, in [0, 1]
 */
public record CategoryScore(String category, double score) {}
