package io.paperwire.notify.matching;

/**
 * A condition that a paper meets.
 *
 * @param followers the interests with that condition
 * @param kind what matched
 * @param evidence what matched, as it stands in the paper, or the narrower topic
 * @param score how sure it is, in [0, 1]
 */
record Finding(Followers followers, Reason.Kind kind, String evidence, double score) {}
