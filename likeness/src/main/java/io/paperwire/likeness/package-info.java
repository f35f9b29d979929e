/**
 * Which papers are like those that somebody likes.
 *
 * <p>A {@link io.paperwire.likeness.Corpus} learns from the papers at hand how common each word and
 * each run of two or three words is, and reads papers into the form in which they are compared. A
 * {@link io.paperwire.likeness.Profile} is nothing but papers, liked and disliked: there is no
 * state that could not be shown, each of them can be taken out again, and the first paper, or a
 * description in one's own words, is a profile already. {@link io.paperwire.likeness.Ranker} puts
 * candidates into an order by a weighted sum of {@link io.paperwire.likeness.Feature features}:
 * shared words, wording, categories, meaning. The weights are learnt ({@link
 * io.paperwire.likeness.Weights}) and few, so that they hold for people and fields that they were
 * not learnt from.
 *
 * <p>What has to be carried along is made small: {@link io.paperwire.likeness.LearntTerms} are the
 * words that tell most of some papers, {@link io.paperwire.likeness.PaperTerms} those of a paper
 * that is compared with them. {@link io.paperwire.likeness.VectorScan} compares a paper with the
 * vectors of all that subscribers like; vectors come and go in it, so it is for one thread. All
 * else is pure. Vectors come from elsewhere; without them words and categories decide.
 */
@NullMarked
package io.paperwire.likeness;

import org.jspecify.annotations.NullMarked;
