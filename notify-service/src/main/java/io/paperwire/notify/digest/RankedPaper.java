package io.paperwire.notify.digest;

/**
 * A paper in its place in a digest.
 *
 * @param paperId canonical id
 * @param score rank score in [0, 1]
 */
public record RankedPaper(String paperId, double score) {}
