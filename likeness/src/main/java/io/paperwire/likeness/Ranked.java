package io.paperwire.likeness;

/**
 * A paper in its place.
 *
 * @param paper the paper
 * @param score how like it is, in standard deviations of the papers it was ranked among, weighted;
 *     comparable within one ranking only
 */
public record Ranked(ReadPaper paper, double score) {}
