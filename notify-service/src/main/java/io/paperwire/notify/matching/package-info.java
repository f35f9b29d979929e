/**
 * Who wants to hear of a paper: the interests of many subscribers against one paper at a time.
 *
 * <p>Subscribers are many and papers few, so interests are filed and papers look them up. Each
 * {@link io.paperwire.notify.matching.Interest} is filed under a feature that a paper must have to
 * match it, and under as rare a one as there is: a topic under its id, a phrase under the letters
 * of the whole phrase, an author under the family name. A paper's features (its topics and all
 * broader ones, each run of words, each author's family name) are looked up, and what is found
 * there is verified. The cost of a paper so depends on its length and on how many match, not on how
 * many interests there are.
 *
 * <p>Interests that mean the same, such as one topic that thousands follow, share one condition. It
 * is judged once a paper, and what speaks for it is told to each follower as a {@link
 * io.paperwire.notify.matching.Reason}: the interest in the subscriber's own words, the evidence as
 * it stands in the paper, and how sure it is.
 *
 * <p>Texts are read as {@link io.paperwire.text} reads them, so case, accents, plurals and hyphens
 * make no difference. The work a paper costs is bounded: phrases and names have at most {@link
 * io.paperwire.notify.matching.Interest#LONGEST} characters. A richer kind of interest becomes
 * another kind of {@link io.paperwire.notify.matching.Interest} with a file of its own.
 *
 * <p>All of it is pure and in memory. {@link io.paperwire.notify.matching.InterestIndex} is filled
 * by whoever keeps the interests, and is changed while papers come.
 */
@NullMarked
package io.paperwire.notify.matching;

import org.jspecify.annotations.NullMarked;
